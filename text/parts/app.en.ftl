## Words around problems
weight-error = error
weight-warning = warning
weight-note = note
times = { $count } times
place-sheet = sheet { $value }
place-row = row { $value }
place-column = column `{ $value }`
invented = INVENTED EXAMPLE: no area, figure or organisation in it exists

## Why a command ended
failure-problems = { $n ->
    [one] 1 error; nothing was written and the last build still stands
   *[other] { $n } errors; nothing was written and the last build still stands
 }
failure-io = cannot use `{ $path }`: { $message }
failure-no-workspace = no kapstok.toml in `{ $dir }`
    hint: make a workspace with `kapstok init { $dir }`
failure-no-build = nothing was built yet in `{ $dir }`
    hint: `kapstok build { $dir }`
failure-store = `{ $path }` cannot be read or written as expected: { $message }
failure-not-found-area = no area has the code or name `{ $found }`
    hint: did you mean `{ $nearest }`? A name that several areas share needs its code
failure-not-found-indicator = no indicator has the id `{ $found }`
    hint: did you mean `{ $nearest }`?
failure-not-found-period = no figure of period `{ $found }`
    hint: did you mean `{ $nearest }`?
failure-not-found-column = no source gives `{ $found }` at this level
failure-not-found-level = no level `{ $found }` in this build
failure-not-found-code = no problem has the code `{ $found }`
    hint: codes have the form K and four digits, such as `{ $nearest }`
failure-not-found-municipality = no municipality has the name or code `{ $found }`
    hint: did you mean `{ $nearest }`?
failure-not-found-output = the recipe gives no column `{ $found }`
    hint: did you mean `{ $nearest }`?
failure-network = `{ $url }` cannot be fetched: { $message }
    hint: with the files in a folder: `kapstok fetch DIR --from FOLDER`

## Progress
progress-sources = Reading sources
progress-writing = Writing figures
progress-fetch = Fetching

## Check
check-good = no errors; { $warnings } warnings, { $notes } notes

## Build
build-done = Built in { $seconds } s: { $dir }
build-reused = (figures of the last build kept: only recipes changed)
build-level = { $level }: { $n } areas, map of { $year }
build-cells = { $known } figures, { $missing } cells without:
build-reason = { $n } { $reason }
build-recipe = recipe { $id }: { $n } areas with a score
build-notes = { $n } notes in build/current/problems.json
build-next = Next: kapstok why { $dir } AREA INDICATOR, or kapstok area { $dir } AREA

## Levels
level-year = { $level ->
    [country] country
    [municipality] municipality
    [district] district
    [neighbourhood] neighbourhood
   *[other] { $level }
 }, map of { $year }
level-country = country
level-municipality = municipality
level-district = district
level-neighbourhood = neighbourhood
level-lsoa = LSOA
level-data-zone = data zone
level-county = county
level-tract = tract

## Reasons
reason-secret = secret
reason-not-measured = not measured
reason-cannot-occur = cannot occur
reason-not-yet-out = not yet out
reason-lost-in-recoding = lost in recoding
reason-too-few-residents = too few residents
source-mark = the source prints `{ $mark }`
provisional = provisional

## Why
why-interval = margins
why-rounding = rounded, so
why-kind = kind
why-population = share of
why-source = source
why-file = file
why-sha256 = SHA-256
why-sheet = sheet
why-row = row
why-column = column
why-licence = licence
why-attribution = attribution
why-retrieved = retrieved
why-map = map of the file
why-steps = steps
why-other-periods = also of
no-one-row = no single row: made from several areas, or not in the file
kind-register = register
kind-survey = survey
kind-model = model estimate
kind-derived = derived
modelled-from = modelled from
population-residents = all residents
population-adults = residents of 18 and over
population-households = households
population-children = residents under 18
population-dwellings = homes
step-read = read from { $file }
step-filtered = rows where `{ $column }` is `{ $kept }`
step-scaled = multiplied by { $factor }
step-rebased = brought from the map of { $from } to that of { $to } by { $way } ({ $rule })
step-derived = computed by { $by } from { $from }
same-codes-only = equal codes only, without proof that the boundary is the same
rebased-share = { $share } % of its residents comes from areas that were divided; evidence: { $evidence }
rebased-part = from { $area }: { $share } % of it lies here
evidence-same-map = the same map
evidence-not-listed-as-changed = not listed as changed
evidence-one-to-one = a published table, one to one
evidence-residents = counted residents
evidence-homes = counted homes
evidence-addresses = counted addresses
evidence-surface = surface
evidence-same-code-unverified = same code, unverified

## Area
area-figures = Figures
area-burdens = Burdens that come together in this area
area-burdens-line = { $n } of { $known } known domains (of { $of }), from { $sources } independent sources: { $domains }
area-burdens-none = 0 of { $known } known domains (of { $of })
area-burdens-not-counted = not counted: { $reason }
area-worst = A domain counts when the area stands among the { $fraction } % with the largest task of its level
area-not-people = This says nothing of persons: who carries one burden need not carry another
area-bounds = People with at least { $m } of { $k } burdens ({ $over }): between { $lower } % and { $upper } %
area-bounds-not = People with several burdens: not computable ({ $reason })
bounds-mixed-populations = the shares are of different populations
bounds-no-shares = fewer than two of its figures are shares of people
bounds-missing-share = a share is missing here
area-sources = Sources
area-next = Where a figure comes from: kapstok why { $dir } { $area } INDICATOR
not-counted-too-few-residents = too few residents
not-counted-no-figure = no domain with a figure

## Demo
demo-where = Workspace of the invented region: { $dir }
demo-truth = The truth test: the generator knows what the figures only suggest
demo-truth-bounds = bounds: the true share of people with at least { $m } of { $k } burdens lies within them in { $inside } of { $n } areas
demo-truth-intervals = margins: { $inside } of { $n } published 95 % margins hold the true figure ({ $share } %)
demo-next = What to do next
demo-next-why = where one figure comes from
demo-next-area = another area
demo-next-check = lint the workspace
demo-next-reconcile = totals against published totals
demo-next-init = a workspace of your own town

## Fetch
fetch-file = { $source }: { $name }, { $bytes } bytes, licence { $licence }
    SHA-256 { $sha256 }
fetch-kept = { $source }: { $name } is as the lock says
fetch-match = { $source }: table { $table }, "{ $title }"
fetch-done = { $n } files in { $dir }

## Init
init-done = Made { $dir }
init-next = Next: kapstok fetch { $dir }, kapstok build { $dir }

## Conformance
conformance-line = { $index } · { $column }: { $compared } compared, { $equal } equal, largest difference { $max }, { $unexplained } unexplained, { $listed } listed, { $unmatched } areas in one of the two only
conformance-stale = listed, but no longer differs
conformance-absent = { $index }: not run, { $file } is not there
conformance-total = { $good } columns agree, { $bad } do not

## Reconcile
reconcile-sheet-summary = Summary
reconcile-sheet-lines = Lines
reconcile-what = Sum of the smaller areas (ours) beside the published total of the larger area, with the cause of each difference
reconcile-level = level
reconcile-area = code
reconcile-name = name
reconcile-indicator = indicator
reconcile-period = period
reconcile-summed = summed from
reconcile-published = published
reconcile-ours = ours
reconcile-difference = difference
reconcile-cause = cause
reconcile-n = lines
reconcile-rounding = rounding allows
reconcile-n-areas = areas
reconcile-n-missing = without figure
reconcile-n-secret = secret
reconcile-n-lost = lost in recoding
reconcile-n-changed = from divided areas
reconcile-line = { $n } lines: { $cause }
reconcile-done = { $n } totals compared; { $file }
cause-none = no difference
cause-rounding = rounding
cause-secret-cells = secret cells
cause-missing-cells = cells without a figure
cause-lost-in-recoding = lost in recoding
cause-recoding = recoding
cause-unexplained = unexplained

## Columns
columns-form = form: { $form }
columns-form-unknown = form: not one that is built in; map its columns in kapstok.toml
columns-rows = { $rows } rows, { $columns } columns
columns-filled = filled
columns-marks = marks

## Workspace
K0400 = kapstok.toml cannot be read: { $found }
    .hint = compare with docs/reference/workspace.md
    .explain = The file is not TOML, or it has a key that this version does not know. A misspelt key is refused, for a setting that is silently ignored costs more.
K0401 = version { $found } of kapstok.toml is not known
    .hint = type `kapstok = 1`
    .explain = The first line says which version of the form the file has. This program knows version 1.
K0402 = country `{ $found }` is neither built in nor a file of this workspace
    .hint = known: { $known }
    .explain = A country is a small file with its levels and the form of their codes. Name a built-in one, or write your own beside kapstok.toml.
K0403 = the country file cannot be used: { $found }
    .hint = compare with the built-in country files
    .explain = A country file lists levels from large to small, each with the forms of its codes and the level that it lies in.
K0404 = `{ $found }` is no id of an indicator
    .hint = lower-case letters, digits and `_`, a letter first
    .explain = Ids of indicators are used in recipes, commands and file names, so their form is strict.
K0405 = `{ $found }` is no value of `{ $key }`
    .hint = one of: { $known }
    .explain = Some properties of an indicator have a fixed set of values. What is not in the set cannot be checked by anyone.
K0406 = `{ $found }` is no level of this country
    .hint = one of: { $known }
    .explain = Every level of the workspace has one map, named in [boundary_years] by the level's name in the country file.
K0407 = `{ $found }` leads out of the workspace
    .hint = a plain name inside the workspace, without `..` and without `/` at the start
    .explain = A workspace only reads its own files: sources by their name in sources/, recipes by a path below the workspace.
K0408 = `rebase` of `{ $id }` cannot be read
    .hint = "split", "crosswalk", "only-whole" or {"{"} weighted_by = "indicator" {"}"}
    .explain = Every indicator says how it goes from one map to another: counts are split, shares and means are weighted, medians and ranks only go whole.
K0409 = `{ $id }` is there twice
    .hint = keep one of them
    .explain = Ids are names: two things of one name cannot be told apart later.
K0410 = `{ $found }` is no indicator of this workspace
    .hint = did you mean `{ $nearest }`? Else add an [[indicator]]
    .explain = A column may only be read into an indicator that says what it means: unit, direction, kind, licence.
K0411 = the areas of `{ $level }` are to come from `{ $found }`, which is no source
    .hint = did you mean `{ $nearest }`?
    .explain = [areas] names for a level the one source whose rows are its areas.
K0412 = no source gives the areas of `{ $level }` on the map of { $year }
    .hint = set [boundary_years] to the year of a source, or add a source of { $year }
    .explain = The areas of a level come from sources whose codes belong to the level's map. Without such a source nothing can be brought onto it.
K0413 = { $n } areas of `{ $level }` on the map of { $from } have no area on the map of { $year }
    .hint = add a [[crosswalk]] for { $from } to { $year }
    .explain = Codes of one map may be gone on another. Figures of such areas are not dropped in silence: the areas of the map that nothing came to say `lost in recoding`.
K0414 = `{ $second }` gives `{ $indicator }` of { $period } at `{ $level }`, which `{ $first }` gave before
    .hint = the first one stands; take the column out of one of the two
    .explain = Two sources give the same figure. The one that comes first in kapstok.toml is used.
K0420 = sources/kapstok.lock cannot be read: { $found }
    .hint = `kapstok fetch DIR` writes it anew
    .explain = The lock says what was fetched, when and with which hash. A broken one leaves figures without their date and hash.
K0421 = `{ $name }` is not in sources/
    .hint = `kapstok fetch DIR`, or `kapstok fetch DIR --from FOLDER`
    .explain = kapstok.toml names a file that was not fetched.
K0422 = the bytes are not those of the lock: { $found }, expected { $expected }
    .hint = `kapstok fetch DIR` if the change is meant
    .explain = The file changed since it was fetched. A figure must lead back to the bytes that were fetched, so a changed file is not used.
K0423 = `{ $name }` is larger than 256 MiB
    .hint = fetch a smaller selection
    .explain = The largest national file that was met is a third of this. A larger one is refused before it fills the memory.
K0430 = the recipe `{ $name }` is not there
    .hint = the path is relative to kapstok.toml
    .explain = kapstok.toml names a recipe that does not exist.
K0431 = no level `{ $level }` in this workspace
    .hint = one of: { $known }
    .explain = A recipe says at which level it is made. That level must have a map in [boundary_years].
K0432 = the policy text `{ $name }` is not there
    .hint = write why these figures stand together, and answer every warning
    .explain = A recipe without reasons is a formula that nobody can discuss. The policy text lies beside it.
K0433 = the recipe cannot be run: { $found }
    .hint = `kapstok explain { $file }` shows its steps
    .explain = The recipe passed its checks, but a step has nothing to work with: for example a logarithm of a figure below zero.
K0440 = conformance.toml cannot be read: { $found }
    .hint = compare with docs/reference/conformance.md
    .explain = A conformance folder names a recipe, its inputs, the published file, the key, and the columns to compare.
K0441 = no column `{ $found }` in the file
    .hint = did you mean `{ $nearest }`?
    .explain = A column that conformance.toml or a recipe names is not in the table.
K0442 = the key `{ $found }` is there twice
    .hint = each area may have one row
    .explain = Tables are joined by their key, so a key must be unique in each file.
K0443 = `{ $found }` is not a number
    .hint = list it under `missing` if it stands for no figure
    .explain = A cell of a column that must hold numbers holds something else.
K0501 = `{ $name }` is not in the folder, or there are several of that name below it
    .hint = put the one that is meant directly into the folder
    .explain = With `--from` nothing comes over the network: every file that kapstok.toml names must be in that folder or, only once, below it.
K0502 = source `{ $source }` says neither `url` nor `odata`
    .hint = add `url = "..."`, or take the file from a folder: `kapstok fetch DIR --from FOLDER`
    .explain = Nothing tells where the file can be fetched.
K0503 = the publisher changed the file: { $found } now, { $before } before
    .hint = look what changed before you build on it
    .explain = Under the same name other bytes were published. The new ones are in sources/ and in the lock.
K0444 = the recipe does not say which column holds the codes of areas
    .hint = add `areas = {"{"} key = "TITLE" {"}"}`
    .explain = On bare tables a recipe names the column with the code of the area; in a workspace the areas are known.

## Domains
domain-income = income
domain-debt = debt
domain-health = health
domain-mental = stress and mind
domain-care = screening and care
domain-school = school
domain-work = work
domain-safety = safety
domain-youth = youth and justice
domain-housing = housing
domain-violence = violence at home
domain-together = living together
area-rebased = brought from another map; `why` says how
K0415 = no municipality `{ $found }` in this workspace
    .hint = did you mean `{ $nearest }`?
    .explain = The workspace is of one municipality within its country, by name or by code.
not-counted-excluded = a rule of the recipe leaves it out
not-counted-too-few-known = too few domains with a figure
bounds-not-a-share = a figure is no share of people
bounds-too-few-burdens = fewer burdens than asked for
columns-code = code of { $level }
columns-number = number
columns-text = text
columns-empty = empty
build-doubts = warnings: { $list }; in words: kapstok check { $dir }
demo-why = Where one figure comes from, here one that was published on the map of before 2022
demo-truth-pairs = bounds: the true share of people with both burdens of a pair lies within them in { $inside } of { $n } cases
domain-self-reliance = self-reliance
