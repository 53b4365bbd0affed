# SPDX-FileCopyrightText: Kapstok contributors
# SPDX-License-Identifier: EUPL-1.2
### Every word that people see, in English. Codes Kdddd are problems: sentence, hint (what to type), explanation.

## Words around problems
weight-error = error
weight-warning = warning
weight-note = note
times = { $count ->
    [one] once
   *[other] { $count } times
 }
place-sheet = sheet { $value }
place-row = row { $value }
place-column = column `{ $value }`
invented = INVENTED EXAMPLE: no area, figure or organisation in it exists

## Why a command ended
failure-problems = { $n ->
    [one] 1 error
   *[other] { $n } errors
 }
failure-io = cannot use `{ $path }`: { $message }
failure-no-workspace = no kapstok.toml in `{ $dir }`
    hint: make a workspace with `kapstok init { $dir }`
failure-exists = `{ $path }` is there, and is not something of this command: nothing was written
    hint: choose another name, or take it away first
failure-not-a-site = error[{ $code }]: `{ $path }` is there and is no site of Kapstok: nothing was written
    hint: choose a folder that is not there yet or is empty, or the folder of an earlier `kapstok export site`
failure-site-clash = two pages or files of the site would both be `{ $file }`: nothing was written
    hint: two areas, indicators or recipes have ids that differ only by capitals, which is one name on many disks: rename one of them
failure-no-build = nothing was built yet in `{ $dir }`
    hint: `kapstok build { $dir }`
failure-store = `{ $path }` cannot be read or written as expected ({ $message })
failure-store-build = error[{ $code }]: `{ $path }` is damaged, or not of this version ({ $message })
    hint: build again: `kapstok build { $dir }`
failure-not-found-area = no area has the code or name `{ $found }`
    hint: did you mean `{ $nearest }`?
failure-not-found-area-named = no area has exactly the name `{ $found }`
    hint: did you mean { $nearest }?
failure-not-found-area-empty = the area is empty: there is nothing between the quotes
    hint: type a code or a name, such as GM0363
failure-not-found-indicator-empty = the indicator is empty: there is nothing between the quotes
    hint: type the id of an indicator, such as { $nearest }
failure-not-at-level = `{ $found }` has no figures at the level { $level }
    hint: it has them at: { $levels }
failure-not-found-recipe = the folder `{ $found }` holds no recipe.toml
failure-not-found-recipe-named = the folder `{ $found }` holds no recipe.toml
    hint: name the file. There are: { $nearest }
failure-is-workspace = `{ $dir }` is a workspace already: it has a kapstok.toml
    hint: choose another folder, or go on with `kapstok check { $dir }`
system-not-found = there is no file or folder of that name
system-not-allowed = you have no permission
system-exists = something of that name is there already
system-is-folder = it is a folder, not a file
system-no-folder = a part of the path is a file, not a folder
system-full = the disk is full
system-read-only = that disk cannot be written to
system-damaged = the file is damaged, cut off or of another kind
system-other = the system refuses
failure-not-found-indicator = no indicator has the id `{ $found }`
    hint: did you mean `{ $nearest }`?
failure-not-found-period = no figure of period `{ $found }`
    hint: there are figures of { $nearest }
failure-not-found-level = this build does not know the level `{ $found }`
failure-not-found-level-export = this build has no level `{ $found }`
    hint: there are: { $nearest }
failure-not-found-map = `{ $found }` has no map
    hint: take csv, csv.zip, xlsx or parquet
failure-not-found-map-in-degrees = the map of `{ $found }` is in { $nearest }, which cannot be brought to longitude and latitude here
    hint: take gpkg, which has the map as it is
failure-not-found-format = the name `{ $found }` does not say which form it is to be
    hint: let it end with one of these, or use --format: { $nearest }
failure-not-found-code = no problem has the code `{ $found }`
    hint: codes have the form K and four digits, such as `{ $nearest }`
failure-not-found-municipality = no municipality has the name or code `{ $found }`
    hint: did you mean `{ $nearest }`?
failure-not-found-output = the recipe gives no column `{ $found }`
    hint: did you mean `{ $nearest }`?
failure-not-recorded = error[{ $code }]: nothing was recorded, and what stood there still stands: cannot write `{ $path }`: { $message }
    hint: make room, or get permission to write, and do it again
failure-not-found-day = `{ $found }` is no day
    hint: type a day such as { $nearest }
failure-not-found-thing = nothing is called `{ $found }` here
    hint: type a short name such as a12, of the kind that is meant; kapstok agenda show prints them
failure-not-found-version = there is no version `{ $found }`
    hint: there are: { $nearest }
failure-not-found-version-none = no version was adopted yet: there is no `{ $found }`
    hint: kapstok agenda adopt makes the first

## Progress
progress-sources = Reading sources
progress-writing = Writing figures
progress-fetch = Fetching
progress-documents = Reading the documents
progress-site = Writing the site

## Check
check-good = no errors; { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
 }, { $notes ->
    [one] 1 note
   *[other] { $notes } notes
 }

## Build
build-done = Built in { $seconds } s: { $dir }
build-reused = (figures of the last build kept: only recipes changed)
build-level = { $level }: { $n ->
    [one] 1 area
   *[other] { $n } areas
 }, map of { $year }
build-municipality = of { $name } ({ $code }): { $inside }; the others are there for comparison
build-cells = { $known ->
    [one] 1 figure
   *[other] { $known } figures
 }, { $missing ->
    [one] 1 cell without one
   *[other] { $missing } cells without one
 }{ $missing ->
    [0] {""}
   *[other] :
 }
build-reason = { $n } { $reason }
build-recipe = recipe { $id }: { $n ->
    [one] 1 area
   *[other] { $n } areas
 } with a score
build-stands = nothing was built; a build that stood still stands
build-notes = { $n ->
    [one] 1 note
   *[other] { $n } notes
 } in build/current/problems.json
build-next = Next: kapstok why { $dir } AREA INDICATOR, or kapstok area { $dir } AREA

## Levels
level-year = { $level ->
    [country] country
    [municipality] municipality
    [district] district
    [neighbourhood] neighbourhood
    [lsoa] LSOA
    [data-zone] data zone
    [intermediate-zone] intermediate zone
    [council-area] council area
    [state] state
    [county] county
    [tract] tract
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
level-intermediate-zone = intermediate zone
level-council-area = council area
level-state = state

## Reasons
reason-secret = secret
reason-not-measured = not measured
reason-cannot-occur = cannot occur
reason-not-yet-out = not yet out
reason-lost-in-recoding = lost in recoding
reason-too-few-residents = too few residents
reason-withheld-with-others = withheld to protect a small area
source-mark = the source prints `{ $mark }`
provisional = provisional

## Why
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
errors-title = Four errors, each apart
errors-sampling = sampling
errors-model = model
errors-rounding = rounding and secrecy
errors-age = age
errors-margins = published margins: { $lower } to { $upper }
errors-register = counted and not asked; as chance behind the count, as recipe { $recipe } assumes: { $lower } to { $upper } (95 %)
errors-register-of-unknown = as recipe { $recipe } assumes, chance stands behind the count; how many people the figure is about is not known here, and so neither is the size of that chance
errors-register-not-stated = not stated; a register counts everybody, and nobody says here that chance stands behind the count
errors-points = { $value } percentage points
errors-not-stated = not stated
errors-no-figure = there is no figure
errors-no-model = no estimate of a model
errors-model-stated = standard error { $size } (stated in recipe { $recipe })
errors-model-not-stated = not stated, and the figure is an estimate of a model
errors-rounded = rounded to { $step }, so at most { $half } off
errors-exact = not rounded at this level
errors-of-parts = made of several areas; what rounding did to the sum is not known
errors-secret = secret below { $below } people; any number from 0 to { $most } may be
errors-secret-not-stated = secret; the rule for it is not stated
errors-newest = of { $year }, the newest year in these data
errors-age-moved = of { $year }, { $years ->
    [1] a year
   *[other] { $years } years
} older than the newest in these data; areas moved about { $size } a year relative to each other
errors-age-not-stated = of { $year }, { $years ->
    [1] a year
   *[other] { $years } years
} older than the newest in these data; how far areas move in a year relative to each other is not known
errors-unknown = not stated: { $errors }
page-errors = How sure are these figures? ({ $domain })
page-errors-note = An error of which nobody states the size may still be there.
no-one-row = none of its own: made from the parts named below, or not in the file
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
population-income-recipients = residents with an income
population-labour-force = the labour force
population-pupils-with-advice = pupils in the last year of primary school with advice
population-residents-15-75 = residents from 15 to 75
population-screening-invited = those invited for screening
population-vocational-students = vocational students
population-youth-12-22 = youth from 12 to 22
unit-count = number
unit-percent = per cent
unit-fraction = part of 1
unit-per-thousand = per 1,000
unit-euro = euro
unit-thousand-euro = thousand euro
unit-km = kilometres
unit-km2 = square kilometres
unit-ha = hectares
unit-year = years
unit-points = points
direction-higher-is-worse = higher is worse
direction-higher-is-better = higher is better
direction-neither = neither: it only describes
trait-origin = origin
trait-religion = religion
trait-sex = sex
trait-orientation = sexual orientation
trait-nationality = nationality
trait-disability = disability
trait-politics = politics
trait-language = language
trait-equity-split = only for comparison
ingredient-age = age
ingredient-sex = sex
ingredient-origin = origin
ingredient-household = household
ingredient-education = education
ingredient-income = income
ingredient-housing = housing
ingredient-cbs-inkomen = CBS income figures
ingredient-cbs-onderwijs = CBS education figures
ingredient-cbs-woningen = CBS housing figures
step-read = read from { $file }
step-filtered = rows where `{ $column }` is `{ $kept }`
step-scaled = multiplied by { $factor }
step-rebased = brought from the map of { $from } to that of { $to } by { $way } ({ $rule })
step-derived = computed by { $by } from { $from }
rule-split = split and added up
rule-weighted-by = mean weighted by { $denominator }
rule-crosswalk = mean weighted by what the crosswalk counts
rule-only-whole = only whole areas
failure-not-found-area-several = several areas have the name `{ $found }`
    hint: use a code: { $nearest }
same-codes-only = equal codes only, without proof that the boundary is the same
way-inverse = used backwards
rebased-share = { $changed } % of its residents comes from areas whose boundaries changed, { $divided } % from areas that were divided (there it is an estimate); evidence: { $evidence }
rebased-part-counted = , { $counted } counted
rebased-part-row = , row { $row }
rebased-part-no-figure = ; it has no figure there
crosswalk-file = crosswalk { $id }: { $file }, SHA-256 { $sha256 }
step-same-codes = kept under the same code from the map of { $from } to that of { $to }; nothing proves that the boundary is the same
not-known = not known
lost-no-way = nothing of the map of { $from } leads to this area
lost-part = a part of it has no figure or no weight, and the rule asks for all of them
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
area-burdens-line = { $n } of { $known ->
    [one] 1 known domain
   *[other] { $known } known domains
 } (of { $of }): { $domains }; { $sources ->
    [one] the figures rest on 1 independent source
   *[other] their figures rest on { $sources } independent sources
 }
area-burdens-none = 0 of { $known ->
    [one] 1 known domain
   *[other] { $known } known domains
 } (of { $of })
area-burdens-not-counted = not counted: { $reason }
area-worst = A domain counts when the area is among the { $fraction } % of its level where the burden is largest
area-not-people = This says nothing of persons: who carries one burden need not carry another
area-bounds = At least { $m } of these { $k }: between { $lower } % and { $upper } % of people
area-bounds-over = How many people carry several burdens is not published. Over: { $over }
area-bounds-estimated = If these estimates are right:
the-opposite-of = not: { $label }
bounds-too-few-residents = too few residents
bounds-withheld-with-others = withheld, or the figure of a small area could be worked out
area-pairs = Both of two: { $must } of { $n ->
    [one] 1 pair
   *[other] { $n } pairs
 } must overlap; for each pair: `kapstok area --pairs`
area-pair = { $one } and { $other }: between { $lower } % and { $upper } %
area-one-source = one source: { $figures } ({ $why })
tie-same-maker = one maker: { $maker }
tie-modelled-from = a model and what it was made from: { $from }
tie-common-ancestors = modelled from the same: { $from }
area-bounds-not = People with several burdens: not computable ({ $reason })
bounds-mixed-populations = the shares are of different populations
bounds-no-shares = fewer than two of its figures are shares of people
bounds-missing-share = a share is missing here
area-sources = Sources
area-next = Where a figure comes from: kapstok why { $dir } { $area } INDICATOR
not-counted-too-few-residents = too few residents
not-counted-withheld-with-others = withheld, or the figure of a small area could be worked out
not-counted-no-figure = no domain with a figure

area-counted = Counted in { $period }: { $label }
area-counted-line = at least { $m } of { $k }: { $share } %
area-counted-bounds = the shares alone say { $lower } to { $upper } %
area-counted-inside = agrees
area-counted-below = fewer than the shares allow: the tables do not tell of the same
area-counted-above = more than the shares allow: the tables do not tell of the same
area-counted-not-comparable = cannot be compared

## Demo
demo-where = Workspace of the invented region: { $dir }
demo-story = Thursday is the council: a story in six steps
demo-story-look = page: { $page }
    command: { $command }
demo-area = One area
demo-truth = The truth test: the generator knows what the figures only suggest
demo-truth-bounds = bounds: the true share of people with at least { $m } of { $k } burdens lies within them in { $inside } of { $n } areas
demo-truth-intervals = margins: { $inside } of { $n } published 95 % margins hold the true figure ({ $share } %)
demo-next = What to do next
demo-next-why = where one figure comes from
demo-next-area = another area
demo-next-holes = what is missing in what was agreed
demo-next-report = an area on two pages
demo-file-of-area = area.pdf
demo-next-check = lint the workspace
demo-next-reconcile = totals against published totals
demo-next-init = a workspace of your own town
demo-own-town = my-town
demo-file-of-totals = totals.xlsx

## Agenda
agenda-withdrawn-thing = { $id } (no longer part of the agenda)
agenda-no-amount = no amount
agenda-no-figure = no figure
agenda-recorded = Recorded as event { $event }: { $what }
    Head: { $head }
agenda-answer-of = answer of { $day }: { $answer }
answer-by = Said by { $role } on { $day }.
answer-by-words = Said by { $role } on { $day }: ‘{ $words }’
answer-no-role = somebody without a role
agenda-head = { $n ->
    [0] No events yet
    [one] 1 event
   *[other] { $n } events
 } in { $file }. Head: { $head }
agenda-verified = { $n ->
    [0] There is no event yet
    [one] 1 event, and every byte of it is as it was written
   *[other] { $n } events, and every byte of them is as it was written
 }
agenda-had-head = The log had head { $head } after event { $event }
agenda-healed = A crash had left half a piece of work at the end of the log: { $bytes } bytes. They counted for nothing, and are kept in `{ $path }`
agenda-redacted-copies = The words are gone from the log. Copies, backups and files that were handed out may still hold them
agenda-redacted-cut = The words also stand in `{ $path }`, which a crash left: take that file away
agenda-event-opened = the log begins
agenda-event-new = new { $noun }: { $thing }
agenda-event-changed = { $noun } changed: { $thing }
agenda-event-withdrawn = { $thing } withdrawn: { $reason }
agenda-event-adopted = { $name } adopted
agenda-event-adopted-again = { $name } adopted: { $reason }
agenda-event-choice-in = put into the choice { $choice } by hand: { $area }: { $reason }
agenda-event-choice-out = taken out of the choice { $choice } by hand: { $area }: { $reason }
agenda-event-redacted = words taken out of event { $event } ({ $field }): { $reason }
agenda-of = Agenda of { $name } ({ $code }), { $day }
agenda-of-code = Agenda of { $code }, { $day }
agenda-burdens = Burdens
agenda-strengths = Strengths
agenda-links = Links: one burden feeds the other
agenda-promises = Promises
agenda-actions = Actions
agenda-money-alone = Money without an action
agenda-targets-alone = Targets without an action
agenda-replies = Replies of residents
agenda-versions = Adopted versions
agenda-version = { $name }, { $day }, by { $by }; build { $data }
agenda-version-of = { $name } ({ $day })
agenda-now = now
agenda-answered = { $partner }: { $answer } ({ $day })
agenda-answered-earlier = { $partner }: { $answer } ({ $day }), but the action said something else then
agenda-no-answer = no answer yet
agenda-changes = From { $before } to { $after }
agenda-changes-reason = Why there is a new version: { $reason }
agenda-changes-none = Nothing changed
agenda-added = + new { $noun }: { $thing }
agenda-gone = - { $noun } gone: { $thing }
agenda-changed = ~ { $noun } changed: { $thing }
agenda-was = was: { $value }
agenda-is = is: { $value }
agenda-delivered = What came of each promise
agenda-delivered-nothing = nothing was said of it yet

agenda-field-by = who said it
agenda-field-reason = reason

K0650 = line { $line } of the log is not as it was written: { $damage ->
        [form] it is no line that Kapstok writes
        [hash] its hash is not that of what it says
        [words] its words are not those that were recorded
        [chain] it does not follow the line before it
        [words-gone] words are gone, and no event says that they were taken out
        [act] what was recorded together with it is missing
       *[other] { $damage }
    }
    .hint = put a copy of agenda/log.jsonl back from before this, and check it with `kapstok agenda verify { $dir } --head HASH`
    .explain = Each line of the log carries the hash of the line before it. One changed byte, a line that was moved, added or taken away is found. Nothing is written into a damaged log, so that nothing more gets lost. Take the newest copy that is sound; the head hash stands in every report and behind every command that recorded something. A newer version of Kapstok may also have written lines that this one does not know.
K0651 = there is no `{ $id }`
    .hint = see `kapstok agenda show` for the names of things
    .explain = Each thing in an agenda has a short name, such as a12 for the twelfth action. This one was never made, or was withdrawn.
K0652 = `{ $id }` does not follow: the next one is `{ $nearest }`
    .hint = leave `--id` out to make a new thing
    .explain = Numbers are given one after the other and never twice, so that a name always means the same thing. A number cannot be skipped.
K0653 = the link `{ $id }` joins what does not belong together
    .hint = take two different burdens of the area of the link
    .explain = A link says that one burden feeds another in the same area. Its two ends must be two things, and both must be of that area.
K0654 = `{ $found }` is not the next version
    .hint = look at `kapstok agenda log` for the last one
    .explain = Versions of the agenda of an area are numbered from 1, without gaps. Perhaps somebody else adopted one meanwhile.
K0655 = a reason is missing
    .hint = add `--reason "why"`
    .explain = The first version of an agenda needs no reason. A new version, a withdrawal, a choice changed by hand and words that are taken out do: in ten years nobody remembers why.
K0656 = nothing was recorded
    .hint = make room, or get permission to write, and do it again
    .explain = The disk refused: full, read-only, no permission, or broken. What was recorded before still stands, and `kapstok agenda verify` says so. What you asked for now was not recorded.
K0657 = the log never had the head `{ $found }`
    .hint = its tail was cut off, or it was rewritten: compare agenda/log.jsonl with a copy
    .explain = Every line of the log is sound, but a log that had this head is not the beginning of it. So somebody took lines off the end, or wrote another log from some line on. Check first that the hash was copied whole: 64 signs.
K0658 = things of this kind have no field `{ $field }`
    .hint = did you mean `{ $nearest }`? There are: { $known }
    .explain = Each kind of thing has its own fields. Type them as they stand in the log, in English: `kapstok agenda set DIR action area=WK990101 name="…"`.
K0659 = this cannot stand in `{ $field }`: `{ $found }`
    .hint = { $form ->
        [text] type words, at most 20,000 bytes, without control signs
        [one-of] type one of: { $known }
        [name] type a code or a name, at most 200 bytes
        [names] type codes separated by commas
        [id] type the short name of one thing of this kind: { $known }
        [ids] type short names separated by commas, of: { $known }
        [euros] type euros such as 50000 or 50000,25, or `unknown`; without signs between thousands
        [posts] type full-time posts such as 0,5 with at most three decimals, or `unknown`
        [year] type a year such as 2026
        [day] type a day such as 2026-06-30
       *[other] type a number such as 12,5
    }
    .explain = Each field takes values of one form, so that amounts can be added up and days compared. A sign between thousands is refused, because 1.234 can be read in two ways.
K0660 = `{ $field }` is missing
    .hint = add `{ $field }=…`
    .explain = Some fields say what a thing is; without them it would mean nothing. All others may stay empty, and what that means you see among the holes.
K0661 = event { $event } has no words `{ $field }` that could be taken out
    .hint = see `kapstok agenda log` for the number of the event{ $words ->
        [none] {""}
       *[other] . It has: { $words }
    }
    .explain = Only words of people can be taken out: names, texts, reasons, and who said it. Codes, amounts and days stay: they say what was agreed.
K0662 = `{ $field }` is empty, too long, or holds signs that no page can show
    .hint = type words between quotes
    .explain = Words in an agenda are read for twenty years, on paper too. They may have at most 20,000 bytes and no control signs.
K0663 = a reason is missing: `{ $outcome }` needs one
    .hint = add `--why "…"`
    .explain = A promise that was kept needs no words. One that came late, in part, otherwise or not at all does: that is what a council asks first. Who changes what was said of a year gives a reason too.
K0664 = nothing can come of `{ $id }`
    .hint = name a promise (p1) or an action (a1)
    .explain = Only promises and actions are delivered, year by year.
K0668 = version { $found } would be older than the version before it, which is of { $day }
    .hint = choose a day on or after { $day }
    .explain = Versions follow each other. An agenda that was adopted is not replaced afterwards by an older one.
K0665 = words of `{ $id }` were taken out, and cannot be said again unseen
    .hint = type those fields anew, or clear them with `field=`
    .explain = The thing is recorded as a whole, and some of its words are no longer known. Say in the same command what stands in those fields from now on.
K0667 = behind the last event stand { $lines } whole lines, and perhaps half a one, that were never confirmed
    .hint = the next command that records something keeps them apart and tells you; nothing that was confirmed is lost
    .explain = A command was ended while it wrote, or is writing just now. What it had confirmed is in the log. The rest counts for nothing; it is kept in agenda/cut-….jsonl when the log is next written to.

## Fetch
fetch-file = { $source }: { $name }, { $bytes } bytes, licence { $licence }
    SHA-256 { $sha256 }
licence-not-stated = not stated
fetch-kept = { $source }: { $name } is as the lock says
fetch-match = { $source }: table { $table }, "{ $title }"
fetch-done = { $n ->
    [one] 1 file
   *[other] { $n } files
 } in { $dir }

## Init
init-done = Made { $dir }
init-next = Next: kapstok fetch { $dir }, kapstok build { $dir }

## Conformance
conformance-line = { $index } · { $column }: { $compared } compared, { $equal } equal, largest difference { $max }, { $unexplained } unexplained, { $listed } listed, { $unmatched ->
    [one] 1 area
   *[other] { $unmatched } areas
 } in one of the two only
conformance-stale = listed, but no longer differs
conformance-absent = { $index }: not run, { $file } is not there
conformance-total = { $good ->
    [one] 1 column agrees
   *[other] { $good } columns agree
 }, { $bad ->
    [one] 1 does not
   *[other] { $bad } do not
 }
conformance-nothing = nothing was compared: the files of no folder were there
    hint: say where they are: `kapstok conformance FOLDER --data FOLDER-WITH-FILES`, or set KAPSTOK_DATA

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
reconcile-missing-allow = the most that cells without a figure can hold
reconcile-n-areas = areas
reconcile-n-missing = without figure
reconcile-n-secret = secret
reconcile-n-lost = lost in recoding
reconcile-n-changed = from divided areas
reconcile-line = { $n ->
    [one] 1 total
   *[other] { $n } totals
 }: { $cause }
reconcile-done = compared: { $n }; written to { $file }
cause-none = no difference
cause-rounding = rounding
cause-secret-cells = secret cells
cause-missing-cells = cells without a figure
cause-lost-in-recoding = lost in recoding
cause-recoding = recoding
cause-other-map = a border moved between the maps of the two levels
cause-no-areas = no smaller area lies in it
reconcile-internal = Internal: the sums hold figures of areas with few residents, which the difference can give away
cause-unexplained = unexplained

## Columns
columns-form = form: { $form }
columns-form-unknown = form: not one that is built in; map its columns in kapstok.toml
columns-rows = { $rows ->
    [one] 1 row
   *[other] { $rows } rows
 }, { $columns ->
    [one] 1 column
   *[other] { $columns } columns
 }
columns-filled = filled
columns-marks = marks

## Workspace
K0400 = kapstok.toml cannot be read: { $what ->
    [misspelled-key] there is no key `{ $key }`
    [unknown-key] there is no key `{ $key }`
    [missing-key] the key `{ $key }` is missing
    [twice] a key is there twice
   *[other] { $found }
 }
    .hint = { $what ->
        [misspelled-key] did you mean `{ $nearest }`?
        [missing-key] type `{ $example }`
       *[other] docs/reference/kapstok-toml.md has every key
    }
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
K0407 = `{ $found }` cannot be the name of a file here
    .hint = a plain name inside the workspace, without `..` and without `/` at the start; not `kapstok.lock`
    .explain = A workspace only reads its own files: sources by their name in sources/, recipes by a path below the workspace. The name `kapstok.lock` belongs to the lock, which says what was fetched.
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
K0412 = no source gives the areas of the level { $level } on the map of { $year }
    .hint = set [boundary_years] to the year of a source, or add a source of { $year }
    .explain = The areas of a level come from sources whose codes belong to the level's map. Without such a source nothing can be brought onto it.
K0413 = { $n ->
    [one] 1 area
   *[other] { $n } areas
 } of the level { $level } on the map of { $from } { $n ->
    [one] has
   *[other] have
 } no area on the map of { $year }
    .hint = { $map ->
        [same] see whether the codes are right: the map is the same, but the source of the areas does not list them
       *[other] add a [[crosswalk]] from { $from } to { $year }
    }
    .explain = Codes of one map may be gone on another. Figures of such areas are not dropped in silence: the areas of the map that nothing came to say `lost in recoding`.
K0414 = `{ $second }` gives `{ $indicator }` of { $period } at the level { $level }, which `{ $first }` gave before
    .hint = the first one stands; take the column out of one of the two
    .explain = Two sources give the same figure. The one on the level's own map is used, else the one that comes first in kapstok.toml.
K0420 = sources/kapstok.lock cannot be read: { $found }
    .hint = `kapstok fetch { $dir }` writes it anew
    .explain = The lock says what was fetched, when and with which hash. A broken one leaves figures without their date and hash.
K0421 = `{ $name }` is not in sources/
    .hint = `kapstok fetch { $dir }`, or `kapstok fetch { $dir } --from FOLDER`
    .explain = kapstok.toml names a file that was not fetched.
K0422 = the bytes are not those of the lock: { $found }, expected { $expected }
    .hint = `kapstok fetch { $dir }` if the change is meant
    .explain = The file changed since it was fetched. A figure must lead back to the bytes that were fetched, so a changed file is not used.
K0423 = `{ $name }` is larger than 256 MiB
    .hint = fetch a smaller selection
    .explain = The largest national file that was met is a third of this. A larger one is refused before it fills the memory.
K0424 = `{ $name }` lies in sources/ and is not in kapstok.lock: nobody knows when it was fetched
    .hint = `kapstok fetch { $dir } --from { $dir }/sources` writes the lock
    .explain = Every figure leads back to a file with a hash and the day on which it was fetched. The lock keeps both. A file that was put there by hand has a hash and no day.
K0416 = no indicator is named as `residents`: every area counts as one with too few
    .hint = add `residents = "..."`, the indicator that counts residents
    .explain = Figures of areas with few residents do not leave the build. Where nobody knows how many residents an area has, it counts as one with too few: no figure is shown and no area takes part in a count.
K0417 = `{ $second }` gives another map of the level { $level } than `{ $first }`, and is not used as a map
    .hint = write `geometry = true` with one source for each level
    .explain = Two maps of one level may be in different coordinate systems, and their boundaries may overlap.
K0418 = `{ $key }` is { $found }; it lies from { $low } to { $high }
    .hint = type a number from { $low } to { $high }
    .explain = A setting outside of its range would switch a rule off in silence.
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
K0434 = `{ $name }` reproduces { $index } and may not stand in a workspace
    .hint = run it with `kapstok score` or `kapstok conformance`
    .explain = A published index may hold a protected trait, or weigh as others decided. Reproducing one proves the program; it feeds no area page, no choice and no agenda.
K0435 = `{ $domain }`: { $found } of { $n } areas fall in the part where the burden is largest, because many tie at the cut
    .hint = look whether this figure tells areas apart; take one that does, or say in the policy text why it stands
    .explain = Areas that tie at the cut are all in. Where many areas have the same figure, the part with the largest burden is much larger than the recipe asks for, and a burden says little.
K0440 = conformance.toml cannot be read: { $what ->
    [misspelled-key] there is no key `{ $key }`
    [unknown-key] there is no key `{ $key }`
    [missing-key] the key `{ $key }` is missing
    [twice] a key is there twice
   *[other] { $found }
 }
    .hint = { $what ->
        [misspelled-key] did you mean `{ $nearest }`?
        [missing-key] type `{ $example }`
       *[other] compare with docs/reference/conformance.md
    }
    .explain = A conformance folder names a recipe, its inputs, the published file, the key, and the columns to compare.
K0441 = no column `{ $found }` in the file
    .hint = did you mean `{ $nearest }`?
    .explain = A column that conformance.toml or a recipe names is not in the table.
K0442 = the key `{ $found }` is there twice
    .hint = each area may have one row
    .explain = Tables are joined by their key, so a key must be unique in each file.
K0443 = `{ $found }` is not a number
    .hint = if it stands for no figure, name it in `missing_marks` of the recipe, or under `missing` in conformance.toml
    .explain = A cell of a column that must hold numbers holds something else.
K0450 = `{ $found }` comes from another address here than in an earlier source
    .hint = give one of them another `file`, or both the same `url` or `odata`
    .explain = A file is fetched once. When two sources name one file with different addresses, one of them would silently get the figures of the other.
K0451 = { $how ->
    [no-row] areas of the first table without a row here
   *[no-area] rows here without an area in the first table
 }: { $n }, such as `{ $found }`
    .hint = check that the codes of all tables have the same form and belong to the same map
    .explain = Tables are joined by their key; the first one says which areas there are. An area without a row has no figures of that table, and a row without an area is not used.
K0452 = `{ $name }` cannot be fetched from { $url }: { $found }
    .hint = try again later, check the address, or take the file from a folder: `kapstok fetch { $dir } --from FOLDER`
    .explain = The service did not answer, or not as expected. The other files were fetched and stand in the lock.
K0453 = `{ $name }` cannot be read: { $found }
    .hint = check that it is a plain file that you may read
    .explain = Under that name stands something that cannot be read, such as a folder or a file without permission. The other files are read.
K0454 = this file has no sheets or layers; `{ $found }` was asked
    .hint = do not choose a sheet
    .explain = Only a workbook, a GeoPackage and TopoJSON have sheets or layers to choose from. Else it may be another file than was meant.
K0455 = there are several sheets or layers; the first was read
    .hint = choose one with `--sheet NAME`, or save one as a file of its own: { $known }
    .explain = Without a choice Kapstok reads the first sheet. That may be an explanation.
K0456 = the first sheet holds no table
    .hint = choose another sheet with `--sheet NAME`: { $known }
    .explain = Without a choice Kapstok reads the first sheet. Here it is empty, and there are others.
K0501 = `{ $name }` is not in the folder, or there are several of that name below it
    .hint = put the one that is meant directly into the folder
    .explain = With `--from` nothing comes over the network: every file that kapstok.toml names must be in that folder or, only once, below it.
K0502 = source `{ $source }` says neither `url` nor `odata`
    .hint = add `url = "..."`, or take the file from a folder: `kapstok fetch { $dir } --from FOLDER`
    .explain = Nothing tells where the file can be fetched.
K0505 = the build is damaged, or not of this version
    .hint = build again: `kapstok build { $dir }`
    .explain = A build holds the hash of each of its files. One is gone, empty, changed, or was written by another version of Kapstok. Nothing is shown of it; a server goes on with the last build that was whole. Nothing of yours is lost: a build is made from sources/ and can always be made again.
K0506 = the folder is there and is no site of Kapstok
    .hint = choose a folder that is not there yet or is empty, or the folder of an earlier `kapstok export site`
    .explain = `kapstok export site` replaces a whole folder. So it writes only where nothing stands yet, or where the file kapstok-site.json says that the folder is from an earlier time. Any other folder holds work of yours, and stays as it is.
K0503 = the publisher changed the file: { $found } now, { $before } before
    .hint = look what changed before you build on it
    .explain = Under the same name other bytes were published. The new ones are in sources/ and in the lock.
K0444 = the recipe does not say which column holds the codes of areas
    .hint = add `areas = {"{"} key = "TITLE" {"}"}`
    .explain = On bare tables a recipe names the column with the code of the area; in a workspace the areas are known.
K0460 = kapstok.toml names no source at all
    .hint = add a [[source]], as docs/how-to/own-file.md shows
    .explain = Without a source there are no areas and no figures, so there is nothing to check and nothing to build. A source is a file with a row per area. Name it under [[source]], with the column that holds the area code.

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
area-margins = behind a survey figure stand its published margins: from – to
area-provisional = provisional: the publisher may still change it
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
columns-number-partly = number, { $n ->
    [one] 1 cell is not
   *[other] { $n } cells are not
 }
columns-digits = text of digits: leading zeros
columns-text-partly = text, { $n ->
    [one] 1 cell is a number
   *[other] { $n } cells are numbers
 }
columns-without-prefix = these may be codes of { $level } without letters before them: `area_prefix = "{ $prefix }"`
columns-zeros-lost = these may be codes of { $level } without letters before them, but zeros at the start are gone: put them back, then write `area_prefix = "{ $prefix }"`
build-doubts = warnings: { $list }; in words: kapstok check { $dir }
demo-why = Where one figure comes from, here one that was published on the map of before 2022
demo-truth-pairs = bounds: the true share of people with both burdens of a pair lies within them in { $inside } of { $n } cases
domain-self-reliance = self-reliance
domain-people = people
domain-population = population
domain-strengths = strengths
domain-violence-at-home = violence at home

## Recipes
K0200 = the recipe cannot be read: { $what ->
    [misspelled-key] there is no key `{ $key }`
    [unknown-key] there is no key `{ $key }`
    [missing-key] the key `{ $key }` is missing
    [twice] a key is there twice
   *[other] { $found }
 }
    .hint = { $what ->
        [misspelled-key] did you mean `{ $nearest }`?
        [missing-key] type `{ $example }`
       *[other] `kapstok schema` shows what a recipe may hold
    }
    .explain = The file is not TOML, or a key is unknown or of the wrong kind. A misspelt key is refused: a rule that is silently ignored gives another index.
K0201 = version { $found } of the recipe language is not known
    .hint = type `recipe = 1`
    .explain = The first line says which version of the language the recipe is written in. This program knows version 1.
K0202 = `{ $name }` has no { $key }
    .hint = add `{ $key } = "..."` to this [[input]]
    .explain = A figure without unit or direction cannot be judged: is 17 a percentage or a number of people, and is more of it good or bad? In a workspace the indicator says it; on bare tables the recipe must.
K0203 = `{ $found }` cannot be the `{ $key }` of `{ $name }`
    .hint = `kapstok schema` lists what it may be
    .explain = Some properties have a fixed set of values.
K0204 = figures of different { $what } stand together: { $found }
    .hint = choose one, or say why: `allow_mixed = "reason"`
    .explain = Figures of different years or of different maps may differ because of that alone. Where it cannot be avoided the recipe states the reason, and it is shown with the result.
K0205 = { $found } % of the areas have no figure for `{ $name }`, more than { $expected } %
    .hint = leave it out, or raise `max_missing` and say why in the policy text
    .explain = A score that rests on a figure which most areas lack compares few areas and seems to compare all.
K0206 = `{ $name }` measures { $trait }, a protected trait, and may not be a burden
    .hint = take it out, or show it beside the burdens with `equity_split = true`
    .explain = Who people are is no burden of an area. Origin, religion, sex, nationality and the like are refused, so that no one builds a list of areas on them. A recipe that reproduces a published index may hold one; its result feeds no choice.
K0207 = `{ $one }` and `{ $two }` are not independent: { $how ->
    [one] `{ $one }` was modelled from
    [two] `{ $two }` was modelled from
   *[both] both were modelled from
 } { $because }
    .hint = answer it in the policy text, or `leave_modelled_out = true`
    .explain = When one figure was estimated from another, adding them up counts the same thing twice, and part of their agreement is built in. The warning stays; the policy text says why the figures stand together all the same.
K0208 = `{ $name }` is made twice
    .hint = give one of them another name
    .explain = Every input and result has its own name, so that each formula means one thing.
K0209 = `{ $found }` is used before it is made
    .hint = put the step that makes it above this one; a circle of steps cannot be made at all
    .explain = Steps run from top to bottom. What a step reads must be an input or the result of a step above it.
K0210 = `{ $found }` is no step
    .hint = did you mean `{ $nearest }`?
    .explain = The steps of the language are a closed list; the reference has a page for each.
K0211 = step `{ $step }`: { $what ->
    [misspelled-key] there is no key `{ $key }`
    [unknown-key] there is no key `{ $key }`
    [missing-key] the key `{ $key }` is missing
    [twice] a key is there twice
    [too-low] `{ $key }` is { $number }; at least { $limit }
    [too-high] `{ $key }` is { $number }; at most { $limit }
    [not-above] `{ $key }` is { $number }; it must be above { $limit }
    [not-within] `{ $key }` is { $number }; it can be 1 to { $limit }
    [one-of] exactly one of `{ $key }` belongs here
    [no-logarithm] `{ $key }` is { $number }, which has no logarithm
    [no-column] `{ $key }` names no column
    [outside-0-1] `{ $key }` is { $number }; it lies from 0 to 1
    [no-population] without `{ $key }` it is not known who is counted
    [no-weight] the weight of `{ $key }` is { $number }; it must be above 0
    [no-weights] no weight is above 0
    [no-side] `higher_is_worse` cannot be, for `{ $key }` has no side that is a burden
    [no-list] `{ $key }` is a list of one or more texts
    [too-few] `{ $key }` has { $number }; at least { $limit }
    [listed-twice] `{ $key }` names a column twice
    [not-of-list] `{ $key }` is { $number }, and that is not one of the list
    [not-finite] `{ $key }` is { $number }, and that is no number to compute with
   *[other] { $found }
 }
    .hint = { $what ->
        [misspelled-key] did you mean `{ $nearest }`?
        [missing-key] type `{ $example }`
       *[other] docs/reference/steps has the keys of every step
    }
    .explain = A key of the step is missing, unknown, or has a value that it cannot have.
K0212 = `{ $found }` cannot be the id of a recipe
    .hint = letters, digits and `-`
    .explain = The id becomes part of file names, so its form is strict.
K0213 = column `{ $found }` is not there
    .hint = did you mean `{ $nearest }`? { $source } has { $n }; see `kapstok columns FILE`
    .explain = A recipe names a column, an indicator, a period or an earlier result that does not exist.
K0214 = the weights add up to { $found }, not { $expected }
    .hint = correct a weight, or write `weights_sum = "relative"`
    .explain = The recipe states what its weights must add up to, so that a forgotten or mistyped weight is seen.
K0215 = one step reads columns of several levels: { $found }
    .hint = bring them to one level with `summarise` first
    .explain = A figure of a district and a figure of a small area cannot be added area by area.
K0216 = `{ $found }` says neither way is a burden, so `{ $domain }` cannot be counted
    .hint = add `direction = "higher-is-worse"` or `"higher-is-better"` to this domain
    .explain = A domain counts as a burden when its figure lies at the bad end. A figure that only describes has no bad end.
K0217 = { $key } `{ $found }` of `{ $name }` contradicts its indicator, which says `{ $expected }`
    .hint = leave `{ $key }` out: in a workspace the indicator says it
    .explain = What a figure means is said once, by its indicator. A recipe that turned it around would count a good figure as a burden, and the bounds on people would speak of the opposite.
K0218 = `{ $found }` counts twice: { $what } `{ $one }` and { $what } `{ $two }`
    .hint = take one of them out
    .explain = One figure in two domains, or under two names, makes two burdens of one. Each domain has its own id, column and lead.
K0219 = `{ $found }` is the name of a column that the count of burdens writes itself
    .hint = give the result another name
    .explain = Results of steps and counts of burdens stand in one table, so no name may stand for both: `area`, `burdens`, `sources`, `not_counted`, and names that begin with `burden_`, `people_`, `both__` or `bounds_`.
K0230 = nothing says in which { $found } the areas lie
    .hint = type `areas = { "{" } key = "...", parents = { "{" } { $found } = "..." { "}" } { "}" }`, with the title of the column that holds its codes
    .explain = The step takes a mean within each area of a higher level, so the table must hold a column with the codes of that level, and the recipe must name it.
K0250 = a geometric mean cannot be taken of z-scores
    .hint = put `scales = ["min-max", "rank"]` under `[sure.choices]`, or leave `geometric` out
    .explain = Half of all z-scores lie below zero, and those have no geometric mean. To learn what that mean would have changed, draw it together with scales that stay above zero.

# --- kapstok sure
progress-sure = How sure
progress-choose = Choosing again
sure-title = { $recipe }: everything drawn again { $n } times, seed { $seed }; an interval holds { $level } % of the draws
sure-areas = { $n } areas counted. Of { $one } the number of burdens is certain. Of { $sure } each domain is the same in 95 of 100 draws. Middle width: { $width } { $width ->
        [1] burden
       *[other] burdens
    }.
sure-drawn = What moves the order most? (its part alone, and together with the rest)
sure-moves = alone { $first } %, together { $total } % (± { $error }); an area moves { $places } places on average
sure-not-apart = drawn, not looked at apart
sure-not-drawn = not drawn (not stated, or nothing to draw): { $factors }
sure-inputs = Figures that were drawn, by input:
sure-of = { $known } figures; { $drawn }
sure-nothing = no error stated
sure-burdens = { $lower } to { $upper } burdens in { $level } % of the draws; chance of a large burden, per domain:
sure-unknown = unknown
sure-factor-sampling = sampling
sure-factor-model = model
sure-factor-rounding = rounding
sure-factor-secrecy = secrecy
sure-factor-age = age
sure-factor-weights = weights
sure-factor-scale = scale
sure-factor-mean = kind of mean
sure-factor-left-out = input left out
sure-factor-worst-fraction = cut of a large burden
area-sure = How sure? { $lower ->
    [same] In { $level } % of { $n } draws it stays { $upper }.
   *[other] In { $level } % of { $n } draws there are { $lower } to { $upper }.
    }
area-sure-chances = Chance that it is a burden: { $chances }
K0730 = no recipe of this workspace says what is drawn again
    .hint = put `[sure]` with `order` and `seed` into a recipe
    .explain = How sure a result is depends on what may be wrong with the figures and on what might have been chosen otherwise. The recipe says that, under `[sure]`. Without it nothing is drawn.
K0731 = recipe `{ $recipe }` does not say what is drawn again
    .hint = put `[sure]` with `order` and `seed` into the recipe
    .explain = Without `[sure]` nothing is drawn: an interval of which nobody knows what it rests on says nothing.
K0732 = areas cannot be ordered by `{ $found }`: it is a result of a higher level than `{ $level }`
    .hint = take an input, or a result of the level of the recipe, as `order` under `[sure]`
    .explain = How sure a rank is, is told of the areas of the recipe. A result that was summarised to a higher level has other areas.


## Reading files (K0300-K0319)
K0300 = the file is empty
    .hint = fetch it again: `kapstok fetch { $dir }`
    .explain = There is nothing in the file, or only blanks. Most often fetching or saving went wrong. Fetch the file again and see whether it is filled.
K0301 = column `{ $column }` is not in the file
    .hint = did you mean `{ $nearest }`? All columns: `kapstok columns { $file }`
    .explain = A title in kapstok.toml does not occur in the file. Titles are compared exactly, blanks around them set aside; a running number of CBS such as `_38` may be left out. Copy the title from the file, or put the old one under `aliases`.
K0302 = this is no table that Kapstok reads: `{ $found }`
    .hint = save it as CSV, XLSX, GeoJSON, TopoJSON, GeoPackage or FlatGeobuf
    .explain = The first bytes tell what a file is; its name does not count. This is another form, or a web page instead of the file. Save the table in a form that Kapstok reads.
K0303 = the file is damaged or cut off: { $found }
    .hint = fetch it again and compare its size with the publisher's
    .explain = The file starts well and goes wrong further on. Often fetching stopped half way. Nothing was read from it, for half a table looks like a whole one.
K0304 = too large: more than { $limit } { $what ->
        [rows] rows
        [columns] columns
        [cells] cells
        [cell-bytes] bytes in one cell
        [text-bytes] bytes of text
        [geometry-bytes] bytes of boundaries
        [unpacked-bytes] unpacked bytes
        [database-bytes] bytes in a GeoPackage
        [sheets] sheets
        [tables] tables
       *[other] { $what }
    }
    .hint = check that this is the file you meant
    .explain = Kapstok counts while it reads and stops at a bound, so that a wrong or hostile file cannot fill the computer. National tables fit with room to spare. If the file really holds so much, split it by level or by year.
K0305 = the file is not in UTF-8; it was read as { $found }
    .hint = check that names with an accent are right
    .explain = Text can be written in bytes in several ways. This file is not in UTF-8, so the older way was taken that Dutch and English publishers use. Figures and codes are the same either way; names with an accent may be wrong if it was yet another way.
K0306 = this is no text: found `{ $found }`
    .hint = save the file again as CSV in UTF-8
    .explain = A text file holds signs that occur in no table. It is another kind of file, or it was damaged on the way. Nothing was read from it.
K0307 = the number of fields in this row is { $found }, the number of titles { $expected }
    .hint = look for a separator too many or too few; text that holds a separator belongs between quotes
    .explain = Every row must have as many fields as there are titles. If not, figures may stand in the wrong column. The row was not used.
K0308 = there is no sheet or layer `{ $found }`
    .hint = did you mean `{ $nearest }`? There are: { $known }
    .explain = The name under `sheet` in kapstok.toml does not occur in the file. Copy the name as it stands in the file.
K0309 = an encrypted file, or an old spreadsheet (.xls)
    .hint = open it, take the password off and save it as XLSX or CSV
    .explain = Spreadsheets with a password and spreadsheets from before 2007 come in the same wrapping. Kapstok reads neither.
K0310 = there are no titles
    .hint = check `header_rows`, and that this is the right sheet
    .explain = The first rows with text are the titles of the columns. They are missing: the sheet is empty, or it has fewer rows than `header_rows` says.
K0311 = title `{ $column }` occurs more than once: columns { $numbers }
    .hint = give each column of the file a title of its own, or name the number behind the title too
    .explain = Several columns fit this title. Kapstok cannot know which is meant, and a guess could give a wrong figure.
K0312 = a quote is not closed
    .hint = look from this row on for a single `"`; inside a text it is doubled: `""`
    .explain = All that follows a quote belongs to one field, up to the next quote. Without it the rest of the file would be one cell. Nothing was read from it.
K0313 = a cell at an impossible place, or twice: `{ $found }`
    .hint = open the spreadsheet and save it again
    .explain = Cells of a spreadsheet stand in order, each once. Here they do not. It is then not certain which figure belongs to which area, so nothing was read.
K0314 = there are several sheets or layers; the first was read
    .hint = choose one with `sheet`: { $known }
    .explain = Without `sheet` in kapstok.toml Kapstok reads the first sheet. That may be an explanation. Name the sheet to be certain.
K0315 = there is no layer in this TopoJSON file
    .hint = convert it again, and keep the areas with their properties
    .explain = TopoJSON holds boundaries as shared lines, and under `objects` the layers of areas that are made of them. Here there are lines but no areas.
K0316 = a boundary that is no shape
    .hint = repair the map, for example with `Fix geometries` in QGIS
    .explain = This row has a boundary that cannot be read, or of a kind that no area can have. The figures of the row were read; on the map the area is missing.
K0317 = `header_rows` is { $found }; it can be 1 to 5
    .hint = count the rows of titles above the first row of figures
    .explain = Every table has at least one row of titles. Titles of two rows are joined by a `/`.
K0318 = there are no rows below the titles
    .hint = check that this is the right file and the right sheet
    .explain = The titles are there, and nothing below them. With a service, a filter may be too strict.
K0319 = a cell that is not a single value but a list or a block of bytes
    .hint = leave the column out, or take it apart before you read the file
    .explain = In JSON and GeoPackage a cell can hold a list or a file. No figure can be made of that; the cell was read as empty.
K0320 = `{ $found }` is no plain table but a program in the database
    .hint = save the layer in QGIS as a new GeoPackage
    .explain = A GeoPackage can hold views and computed columns. They run what the file says. Kapstok reads plain tables only.

## Rows and areas (K0321-K0332, K0346-K0348)
K0321 = `{ $found }` in column `{ $column }` is a number, not an area code
    .hint = save the column as text, or put the prefix back with `area_prefix`; a spreadsheet drops leading zeros
    .explain = Area codes are text: GM0363 is another area than 363. A spreadsheet sometimes turns a code into a number, and then leading zeros are gone. Which code it was is then not certain.
K0322 = `{ $found }` in column `{ $column }` looks like a { $level } but does not have the shape `{ $pattern }`
    .hint = look the right code up; if the row is no area, leave it out with `drop`
    .explain = The first letters are right, the rest is not. In the shape, # stands for a digit, @ for a capital and * for either.
K0323 = `{ $found }` in column `{ $column }` is not an area code of this country ({ $country })
    .hint = check that `area` names the column of codes and not the one of names; a row that is no area goes with `drop`
    .explain = This text has the shape of no level of the country. Often the column holds names, or the row is a total or a footnote.
K0324 = there is no area code in column `{ $column }`
    .hint = fill the code in, or leave empty rows out with drop = [{"{"} column = "{ $column }", is = [""] {"}"}]
    .explain = Without a code nobody knows which area the row is about. The row was not used.
K0325 = rows of ground outside the country were left out, such as `{ $found }`
    .hint = there is nothing to do
    .explain = The Dutch map also holds Belgian ground near Baarle-Nassau. It is no area of this country and counts nowhere.
K0326 = area { $area } is in the file twice, with the same figures
    .hint = there is nothing to do; the first row (row { $first }) was used
    .explain = Two rows are about the same area and period and say the same. One of them was used.
K0327 = area { $area } is in the file twice, with different figures in column `{ $column }`
    .hint = compare with row { $first }; is a choice missing under `where`, such as an age or a kind?
    .explain = Two rows are about the same area and period, and their figures differ. Often the file holds several groups and `where` must choose one. Kapstok does not choose.
K0328 = no row meets { $conditions }, of the { $rows } that are there
    .hint = see with `kapstok columns { $file }` which values there are
    .explain = With `where` and `drop` in kapstok.toml no row is left. A value may be written otherwise than in the file.
K0329 = there is no indicator `{ $found }`
    .hint = did you mean `{ $nearest }`? Else: add an [[indicator]]
    .explain = A column names an indicator that is not in kapstok.toml. A figure without unit and direction cannot be used.
K0330 = nothing says which column holds the area code
    .hint = put area = "..." with the source; the first columns are: { $known }
    .explain = Every row is about an area, and the code says which. Name the column with `area`, or choose a form with `form`.
K0331 = column `{ $column }` has no period
    .hint = put period = "2024" with the source or the column, or name a column with period_column
    .explain = Of every figure it must be certain what year it is about. That is not the year of the map, nor the day of fetching.
K0332 = `{ $found }` is not a period
    .hint = write a year (2020), a quarter (2020KW01) or a month (2020MM06); 2020JJ00 will do too
    .explain = Kapstok reads years, and quarters and months as CBS writes them. A figure without a period cannot be compared with another.
K0346 = no row has an area code that can be used, of the { $rows } that are there
    .hint = check that `area` names the right column: `kapstok columns { $file }`
    .explain = All rows were left out; the other problems say why. Often `area` names the wrong column, or the file belongs to another country.
K0347 = area { $area } has two different boundaries
    .hint = merge the parts into one shape in the map
    .explain = An area of several parts belongs in the map as one shape. Here the parts are rows of their own. The first was used, so a part is missing.
K0348 = areas without a boundary, such as { $area }
    .hint = there is nothing to do, or choose a map that holds them
    .explain = There are figures for these areas, but no shape in the map. Very small areas sometimes vanish when a map is simplified.

## Figures (K0333-K0345)
K0333 = `{ $found }` in column `{ $column }` is not a number
    .hint = is it a mark for a missing figure? Put it under missing, with the reason
    .explain = A column of figures holds something else. Kapstok does not make it a zero and does not skip it in silence.
K0334 = `{ $found }` in column `{ $column }` may be two numbers
    .hint = put decimal = "comma" or decimal = "point" with the source
    .explain = `1.234` may be a bit over one or over a thousand. Where another figure of the column makes it clear, Kapstok follows it. Here none does.
K0335 = mark `{ $found }` in column `{ $column }` has no reason
    .hint = put with the source: missing = [{"{"} mark = "{ $found }", reason = "not_measured" {"}"}] (or secret, cannot_occur, not_yet_out, nil)
    .explain = Publishers put a mark where there is no figure. What it means differs per file: secret, not measured, cannot occur, not yet out, or in fact nil. Write down what it is here; the publisher's notes tell.
K0336 = empty cells in column `{ $column }` without a reason; they count as not measured
    .hint = put with the source: missing = [{"{"} mark = "", reason = "not_measured" {"}"}], or another reason
    .explain = An empty cell can mean that something cannot occur, that it is not yet out, or that nobody measured it. Write down what it is here.
K0337 = column `{ $column }` says that { $area } lies in `{ $found }`; by its code that is { $expected }
    .hint = there is nothing to do: the code was followed
    .explain = The code of a neighbourhood holds that of its district. A column that says otherwise is nearly always a mistake in the file. Kapstok uses the code.
K0338 = { $found } in column `{ $column }` does not fit the unit { $unit }
    .hint = is `unit` of the indicator right, and does the column need a `factor`?
    .explain = A percentage lies between 0 and 100, a fraction between 0 and 1, and a count is not below 0. These figures lie outside. They were used as they stand.
K0339 = column `{ $column }` is declared as percent, but no figure is above { $max }
    .hint = are they fractions of 0 to 1? Put factor = 100.0 with the column
    .explain = Some files write 17.5 percent as 0.175. If this is one of them, all figures are a hundred times too small.
K0340 = column `{ $column }` is declared as counts, but no figure is above { $max }
    .hint = are they shares? Put unit = "fraction" or "percent" with the indicator
    .explain = A number of people is a whole number. Here are fractions up to 1, which are probably shares. Shares may not be added up over areas.
K0341 = { $found } in column `{ $column }` is not a multiple of { $step }
    .hint = is `rounding` of the indicator right? CBS does not round counts of municipalities to fives, but does so for smaller areas
    .explain = The rounding of a source says how far a figure may lie from what was counted. Some figures here are finer. Margins that rest on it then become too wide.
K0342 = the margins around { $found } in column `{ $column }` do not hold the figure
    .hint = check that `lower` and `upper` name the right columns
    .explain = A figure lies between its lower and its upper bound. This one does not, so the margins were left out; the figure stands.
K0343 = there is no form `{ $found }`
    .hint = did you mean `{ $nearest }`? There are: { $known }
    .explain = A form fills in how a publisher writes its files. Without one you can name everything yourself.
K0344 = indicator { $indicator } is in this source twice, for the same period
    .hint = give one of the columns another `period`, or leave one out
    .explain = Two columns give the same figure for the same year. Kapstok cannot know which holds.
K0345 = `{ $found }` in column `{ $column }` is too large for a number
    .hint = see whether something in the file was glued together
    .explain = No table holds such a number. Most often two figures ran into each other.

## Boundary changes (K0350-K0359)
K0350 = weight `{ $found }` in column `{ $column }` is not a number
    .hint = fill in a count, or leave the row out with `where`
    .explain = A weight counts how much of one area lies in another: addresses, homes or residents. Without it nobody can say how a figure is divided.
K0351 = weight { $found } of { $from } to { $to } is not a count
    .hint = a weight is zero or more
    .explain = A weight counts addresses, homes or residents and cannot be below zero.
K0352 = { $area } is a { $found }, expected a { $expected }
    .hint = choose the rows of one level with `where`, or set `level` right
    .explain = A crosswalk is about areas of one level. This file holds several together.
K0353 = this country has no level `{ $found }`
    .hint = did you mean `{ $nearest }`? There are: { $known }
    .explain = Write the level as it stands in the country file: municipality, district, neighbourhood.
K0354 = { $from } to { $to } is there twice, with different weights
    .hint = choose one kind of weight or one pair of years with `where`
    .explain = Each pair of areas belongs in the table once. Often a file holds several kinds of weight or several pairs of years.

## A recipe in words
explained-reproduces = Reproduces a published index: { $index }.
explained-level = Made by { $level }.
explained-single = Every result is stored in 32 bits, as the source did.
explained-mixed = Several periods or maps stand together. Why, in the words of the recipe: "{ $reason }"
explained-no-models = Model estimates take no part.
explained-inputs = What comes in
explained-name = name
explained-column = column
explained-label = what it is
explained-unit = unit
explained-direction = direction
explained-as-indicator = as the indicator says
explained-starts = `{ $column }` starts with `{ $start }`
explained-is-missing = `{ $column }` is missing
explained-excluded = Takes no part, not in the number of areas n either: { $rule }.
explained-not-ranked = Has no rank, and counts in no n of ranks: { $rule }.
explained-steps = Steps
explained-burdens = Burdens that come together
explained-worst = A domain counts when the area is among the { $fraction } % of its level where the burden is largest, of the areas with a figure and enough residents. Ties at the cut are all in.
explained-not-people = This says nothing of persons.
explained-outputs = What comes out
step-band = { $bands } bands by `{ $in }`, with { $by ->
    [people] equal parts of `{ $population }`
   *[areas] equal numbers of areas
 }
step-exponential = stretches the burdened end of `{ $in }` to 0-100
step-flag = 1 where `{ $in }` { $sign } { $bound }, else 0
step-goalposts = `{ $in }` between the goalposts { $low } and { $high }{ $cap ->
    [cut] , capped at 0 and 1
   *[open] {""}
 }
step-linear = `{ $in }` moved and scaled
step-logarithm = natural logarithm of `{ $in }`
step-min-max = `{ $in }` from lowest to highest, between { $low } and { $high }
step-rank = rank of `{ $in }`, { $order ->
    [highest-first] highest first
   *[lowest-first] lowest first
 }; { $ties ->
    [min] ties share the lowest number
    [mean] ties share the mean number
   *[max] ties share the highest number
 }
    .maths = { $out } = rank({ $in })
step-rank-fraction = rank `{ $in }` as a part of the number of areas n
step-ratio = `{ $numerator }` divided by `{ $denominator }`, times { $factor }
step-round = `{ $in }` rounded to { $n ->
    [one] 1 decimal
   *[other] { $n } decimals
 }, { $mode ->
    [half-up] halves up
   *[half-even] halves to even
 }
    .maths = { $out } = round({ $in }, { $n })
step-sum = sum of { $parts }
step-summarise = per { $level }: { $how ->
    [average-score] mean score, weighted by population,
    [average-rank] mean of n + 1 - rank, weighted by population,
    [proportion-worst] share of areas in the worst tenth
    [extent] share of people in the worst three tenths, falling by percentile,
   *[local-concentration] mean of n + 1 - rank over the worst tenth of the people,
 } by `{ $in }`
    .maths = { $out } = summary({ $in })
step-weighted-mean = { $mean ->
    [geometric] weighted geometric mean
   *[arithmetic] weighted mean
 } of { $parts }; { $if-missing ->
    [at-least] of what is known, if that is at least { $n }
   *[makes-missing] one missing makes the whole missing
 }
step-z-score = distance of `{ $in }` from the mean, in standard deviations{ $turn ->
    [turned] ; turned so that higher is a burden
   *[as-it-is] {""}
 }
    .maths = { $out } = ({ $in } - mean) / sd{ $turn ->
        [turned] , × -1 where higher is better
       *[as-it-is] {""}
    }

## Help (`--help`) and wrong use
help = Kapstok: neighbourhood figures, choices and promises on one peg.
help-heading-usage = Usage
help-heading-arguments = Arguments
help-heading-commands = Commands
help-heading-options = Options
help-more = More on one command: kapstok COMMAND --help
help-value-command = COMMAND
help-value-options = OPTIONS
help-value-dir = DIR
help-value-area = AREA
help-value-indicator = INDICATOR
help-value-period = PERIOD
help-value-port = N
help-value-host = ADDRESS
help-value-theme = FILE
help-value-replications = N
help-value-seed = N
help-value-recipe = RECIPE
help-value-tables = TABLE
help-value-folders = FOLDER
help-value-data = FOLDER
help-value-out = FILE
help-value-level = LEVEL
help-value-format = FORM
help-value-file = FILE
help-value-folder = FOLDER
help-value-sheet = SHEET
help-value-what = WHAT
help-value-from = FOLDER
help-value-template = TEMPLATE
help-value-municipality = MUNICIPALITY
help-value-lang = LANGUAGE
help-value-column = TITLE=FIELD
help-value-partner = PARTNER
help-value-withdraw_missing = REASON
help-value-about = THING
help-value-after = VERSION
help-value-at = DAY
help-value-before = VERSION
help-value-by = ROLE
help-value-choice = HASH
help-value-date = DAY
help-value-event = NUMBER
help-value-field = FIELD
help-value-fields = FIELD=VALUE
help-value-head = HASH
help-value-id = THING
help-value-noun = KIND
help-value-outcome = OUTCOME
help-value-reason = TEXT
help-value-text = TEXT
help-value-why = TEXT
help-value-year = YEAR
help-arg-help = Print this help
help-arg-version = Print the version
help-arg-lang = Language of what is printed: nl or en. Without it LC_ALL, LC_MESSAGES or LANG decide
help-arg-dir = The workspace
help-demo = Make the invented region, build it, show one area and the truth, and serve the pages
help-demo-dir = Where to make it; without it, a folder for temporary files
help-demo-no_serve = Do not serve the pages afterwards
help-init = Make a workspace
help-init-template = What to start from: nl, england or empty. Without it, nl
help-init-municipality = One municipality within its country, by name or code
help-fetch = Fetch what kapstok.toml names; prints source, licence and hash
help-fetch-from = Take the files from a folder instead of the network
help-check = Check everything: each problem with its place and what to type
help-build = Make a build of the sources
help-build-json = Print the counts as JSON
help-serve = Show pages, map and API of the last build
help-serve-port = The port; with 0 any that is free
help-serve-host = The address; other computers reach the pages only if you choose another than 127.0.0.1
help-serve-theme = A style sheet of the municipality, loaded behind ours
help-why = Show where one figure comes from
help-why-area = Code of an area, or a name that only one area has
help-why-indicator = Id of an indicator
help-why-period = The period; without it, the newest with a figure
help-check-json = Print the problems as JSON
help-why-json = Print the same as JSON
help-area = Show one area: its figures, the burdens that come together, bounds and sources
help-area-area = Code of an area, or a name that only one area has
help-area-json = Print the same as JSON
help-area-pairs = Also print the bounds on people with both burdens, for each pair
help-agenda = Write down what is agreed for an area, show it, and prove it
help-agenda-template = Make a plan to fill in: the burdens of an area and the links between them are there
help-agenda-template-dir = The workspace
help-agenda-template-area = Code of an area, or a name that only one area has
help-agenda-template-out = The file: .xlsx, .docx or .pdf
help-agenda-import = Read a plan with your own columns, or a sheet that a partner sent back
help-agenda-import-file = The file: .xlsx or .docx
help-agenda-import-area = The area of rows that name none
help-agenda-import-year = The year of amounts that name none
help-agenda-import-column = What a column holds, such as "Owner=owners"; may be said more than once
help-agenda-import-withdraw_missing = Take out of the agenda what the file no longer names, for this reason
help-agenda-import-dry_run = Show what would change, and write nothing
help-agenda-import-by = The role that says so, such as secretary
help-agenda-import-date = The day since which it holds; without it, today
help-agenda-import-json = Print the same as JSON
help-agenda-ask = Make one sheet with the actions of a partner, to be confirmed
help-agenda-ask-partner = The partner: its name, or o3
help-agenda-ask-area = Only actions of this area
help-agenda-ask-out = The file: .xlsx
help-agenda-export = Write the agenda of an area in the sheets of a plan
help-agenda-export-area = Code of an area, or a name that only one area has
help-agenda-export-out = The file: .xlsx, .docx or .pdf
help-agenda-show = Show what is agreed for one area
help-agenda-show-area = Code of an area, or a name that only one area has
help-agenda-show-at = As it was at the end of this day, such as 2026-06-30
help-agenda-show-json = Print the same as JSON
help-agenda-set = Write down one thing: a burden, an action, money
help-agenda-set-noun = The kind of thing: burden, link, promise, organisation, action, capacity, target, delivery, confirmation or reply
help-agenda-set-fields = What it says, such as area=WK990101 name="Debts"; `field=` takes a field away
help-agenda-set-id = The thing to change, such as a12; without it, a new one is made
help-agenda-set-by = The role that says so, such as secretary
help-agenda-set-date = The day since which it holds; without it, today
help-agenda-withdraw = Take a thing out of the agenda; it stays in the log
help-agenda-withdraw-id = The thing, such as a12
help-agenda-withdraw-reason = Why
help-agenda-withdraw-by = The role that says so
help-agenda-withdraw-date = The day since which it holds; without it, today
help-agenda-adopt = Adopt the agenda of an area: the next version, with the figures of the current build frozen beside it
help-agenda-adopt-area = Code of an area, or a name that only one area has
help-agenda-adopt-reason = Why there is a new version; the first needs none
help-agenda-adopt-choice = Hash of the choice by which the area was chosen
help-agenda-adopt-by = Who adopted it, such as the council
help-agenda-adopt-date = The day of it; without it, today
help-agenda-deliver = Write down what came of a promise or an action in a year
help-agenda-deliver-id = The promise or action, such as p3
help-agenda-deliver-year = The year
help-agenda-deliver-outcome = What came of it: done, partly, late, dropped or rewritten
help-agenda-deliver-why = Why; everything but done needs it
help-agenda-deliver-by = The role that says so
help-agenda-deliver-date = The day since which it holds; without it, today
help-agenda-reply = Write down what a resident says
help-agenda-reply-area = Code of an area, or a name that only one area has
help-agenda-reply-text = The words of the resident, without a name
help-agenda-reply-about = What it is about, such as a12
help-agenda-reply-by = The role that writes it down
help-agenda-reply-date = The day of it; without it, today
help-agenda-answer = Write down the public answer to a reply
help-agenda-answer-id = The reply, such as r2
help-agenda-answer-text = The answer
help-agenda-answer-by = The role that answers
help-agenda-answer-date = The day of it; without it, today
help-agenda-holes = Show what comes together and nobody takes up, and what was agreed and hangs in the air
help-agenda-holes-area = Code of an area, or a name that only one area has; without it, how many there are in each
help-agenda-holes-out = Write a list for a meeting: .docx, .xlsx or .pdf
help-agenda-holes-json = Print the same as JSON
help-agenda-ledger = Show who pays what, for what and when, and the same money in two layouts
help-agenda-ledger-area = Code of an area, or a name that only one area has; without it, all
help-agenda-ledger-year = Only this year
help-agenda-ledger-out = Write it as a paper: .docx, .xlsx or .pdf
help-agenda-ledger-json = Print the same as JSON
help-report = Make a paper for a meeting: an area on two pages, or the annex for the council
help-report-area = Make an area on two pages: what is good, what comes together, what is agreed, what is missing
help-report-area-area = Code of an area, or a name that only one area has
help-report-area-out = The file: .pdf, .docx or .xlsx
help-report-agenda = Make the annex for the council: who does what, targets, money, delivery, holes, changes
help-report-agenda-area = Code of an area, or a name that only one area has
help-report-agenda-out = The file: .pdf, .docx or .xlsx
help-agenda-changes = Show what changed between two versions, and what came of each promise
help-agenda-changes-before = The earlier version, such as WK990101-v1
help-agenda-changes-after = The later version, or now; without it, now
help-agenda-changes-json = Print the same as JSON
help-agenda-log = Show what happened, one event per line
help-agenda-log-area = Code of an area, or a name that only one area has; without it, all
help-agenda-log-json = Print the same as JSON
help-agenda-verify = Check that every byte of the log is as it was written
help-agenda-verify-head = A head hash that was kept elsewhere: was it ever that of this log?
help-agenda-verify-json = Print head and number of events as JSON
help-agenda-redact = Take words out of the log; that they stood there stays visible
help-agenda-redact-event = The number of the event, as `kapstok agenda log` prints it
help-agenda-redact-field = Which words: a field such as name, or by, or reason
help-agenda-redact-reason = Why
help-agenda-redact-by = The role that does it
help-agenda-redact-date = The day of it; without it, today
help-score = Run a recipe on bare CSV files; the scores go to standard output as CSV
help-score-recipe = The recipe
help-score-tables = Tables with a column of area codes, joined by it
help-sure = Draw everything again that might have been otherwise, and show what that does to the result
help-sure-recipe = Only this recipe; without it, every recipe with `[sure]`
help-sure-area = Also show the intervals of this area (code or name)
help-sure-replications = So many draws, in place of what the recipe says
help-sure-seed = This seed, in place of that of the recipe
help-sure-json = Print the same as JSON
help-conformance = Compare published indices with ours; lists every difference
help-conformance-folders = Folders with a conformance.toml
help-conformance-data = Where the published files lie; without it, KAPSTOK_DATA, then the folder itself
help-conformance-json = Print the counts as JSON
help-reconcile = Compare published totals with ours, with the cause of each difference
help-reconcile-json = Also print the lines as JSON
help-reconcile-out = The workbook to write
help-export = Take files along from the last build
help-export-files = Write one level as a file for another program
help-export-files-level = The level, such as neighbourhood or municipality
help-export-files-format = The form: csv, nl.csv, csv.zip, xlsx, parquet, gpkg or geojson; without this option the end of the file name says so
help-export-files-out = The file to write
help-export-site = Write the pages as plain files, map included, for a shared drive or any web host
help-export-site-folder = The folder to write: new, empty, or of an earlier time
help-export-site-theme = A style sheet of the municipality, loaded behind ours
help-columns = Show what a file holds: form, columns, types, missing marks, samples
help-columns-file = The file
help-columns-sheet = The sheet or layer; without it, the first
help-explain = Explain a problem code (K0213) or a recipe in plain words
help-explain-what = The code, or the path of a recipe
help-schema = Print the JSON Schema of the recipe language
usage-unknown-command = `{ $found }` is no command
usage-unknown-argument = `{ $found }` does not belong here
usage-missing = this is missing: { $found }
usage-no-value = { $found } needs a value
usage-wrong-value = `{ $found }` cannot be the value of { $argument }
usage-other = it cannot be used like that ({ $found })
usage-near = did you mean `{ $near }`?
usage-values = it can be: { $near }
usage-page = see `{ $page }`

## Server
choose-desk-at = { $choice }: { $address }
choose-desk-role = Whoever has this address can write into the log as { $role }; it works on this machine only, until you stop with Ctrl+C
choose-desk-no-rule = of this choice no rule stands in kapstok.toml; add it to `protocols` and build
serve-at = To be seen at { $address } (to stop: Ctrl+C)

## Pages
page-access-lede = This site aims at EN 301 549 and WCAG 2.2, levels A and AA. Its makers tested that themselves; nobody else has examined it.
page-access-limits = What does not go well yet
page-access-limits-1 = On a narrow screen a table becomes a list; some screen readers then name the headers otherwise.
page-access-limits-2 = Pictures are hidden from screen readers: the sentence and the table take their place.
page-access-limits-3 = Names and titles of sources stand in the language of their publisher, without a mark of that language.
page-access-limits-4 = A PDF made by the browser is not tagged as PDF/UA asks.
page-access-limits-5 = The explanation of computations is not at language level B1 everywhere.
page-access-not = What lies outside this site
page-access-not-1 = A style sheet of the municipality can change contrast; who chooses it is answerable for it.
page-access-not-2 = Downloads are tables for programs; how they look depends on that program.
page-access-tell = Does something not work for you?
page-access-tell-words = Tell the organisation that offers this site. Name the address of the page and what you use. You may also ask for the same figures in another form.
page-access-tested = How that was tested
page-access-tested-1 = Tests with each change: one main heading, headers and captions of tables, the language of the page, no dead links.
page-access-tested-2 = Looked at in Chromium, light and dark, at three widths and on paper.
page-access-tested-3 = Contrast of text and of marks in pictures computed: at least 4.5 and 3 to 1.
page-access-tested-4 = Not tested: screen readers with real users, voice control, browsers other than Chromium.
page-access-title = Accessibility
page-access-works = What works
page-access-works-1 = Each page is complete without JavaScript.
page-access-works-2 = With each map and each picture stand a sentence and a table with the same figures.
page-access-works-3 = Everything can be done by keyboard; the focus can always be seen.
page-access-works-4 = Colour is never the only sign: each mark has a form of its own or a word.
page-access-works-5 = The pages fit a screen of 320 pixels and 400 % zoom.
page-access-works-6 = Light and dark follow your device, as do less motion and more contrast.
page-access-works-7 = Where a figure is missing, the reason stands in words.
page-all-sources = All sources, with licence and checksum
page-all-together = the whole
page-and = and
page-area-figures = All figures
page-area-locator = { $name } (marked) among the { $number } { $levels } of { $within }. North is up.
page-area-locator-all = { $name } (marked) among all { $number } { $levels }. North is up.
page-area-look-larger = There are figures of the larger area:
page-area-no-figures = No figures here
page-area-print = Printing gives two sheets of A4.
page-area-selection = On paper stand { $printed } of { $all } figures: per domain the one that is counted, then the others, at most three. All figures stand on the page itself.
page-area-too-few = This area has fewer than { $min } residents, or their number is not known. Then we show no figures: they might be about people whom one could recognise.
page-as-table = As a table
page-card-area = My area
page-card-area-words = Everything about one neighbourhood: first what goes well, then the burdens, with source and date of each figure. Fits on two sheets.
page-card-figures = Which figure where?
page-card-figures-words = One indicator for all areas: map, table and file. Without a ranking.
page-card-map = Map of what comes together
page-card-map-words = Where do burdens come together, of how many domains is that known, and on how many sources does it rest?
page-class-above = { $from } and higher
page-class-all = all equal
page-class-below = below { $to }
page-class-between = { $from } to { $to }
page-class-missing = no figure
page-code = code
page-col-among = Among all { $levels }
page-col-area = Area
page-col-code = Code
page-col-difference = Difference
page-col-figure = Figure
page-col-here = Here
page-col-middle = Middle
page-col-origin = Source
page-col-residents = Residents
page-col-status = Status
page-col-trend = Before
page-compare-apart = the margins do not overlap
page-compare-button = Compare
page-compare-equal = equal, as rounded
page-compare-higher = { $other } lies { $size } higher
page-compare-kicker = Two areas side by side
page-compare-label = Name or code
page-compare-lower = { $other } lies { $size } lower
page-compare-no-level = not at this level
page-compare-not-count = counts are not compared: the areas differ in size
page-compare-not-known = not comparable: one of the two is missing
page-compare-not-level = not comparable: this figure exists at one of the levels only
page-compare-not-period = not comparable: different periods
page-compare-other = Choose another second area
page-compare-overlap = the margins overlap: the difference may be chance
page-compare-points = { $number } percentage points
page-compare-rule = Only figures about the same period are compared. A difference does not say what it comes from.
page-compare-sentence = With { $higher } figures { $other } lies higher than { $one }, with { $lower } lower.
page-compare-not-always = Higher is not always better or worse: the figure itself says which.
page-compare-these = compare
page-compare-title = { $one } and { $other }
page-compare-title-three = { $one }, { $other } and { $third }
page-compare-label-next = Another one, by name or code
page-compare-pick-title = Areas side by side
page-compare-pick = Name two or three areas to put them side by side.
page-compare-pick-one = You named one area. Name one or two more.
page-compare-pick-many = You named { $number } areas. There is room for three at most: take ticks away.
page-compare-pick-named = Areas named
page-compare-too-few = This area has too few residents to show figures.
page-compare-with = Compare with another area
page-compass-east = east
page-compass-north = north
page-compass-north-east = north-east
page-compass-north-west = north-west
page-compass-south = south
page-compass-south-east = south-east
page-compass-south-west = south-west
page-compass-west = west
page-crumbs = Breadcrumbs
page-downloads-areas = { $number } areas, map of { $year }
page-downloads-cite-title = How to cite it
page-downloads-lede = Everything that can be seen here, to take along: with dictionary, reasons of missing figures, licence and attribution. The tables have one row per area and the newest period of each indicator; the package and the GeoPackage hold all periods.
page-downloads-programs = For programs
page-downloads-programs-words = QGIS, R, Python and Excel read the figures directly (OGC API Features). The list of everything:
page-downloads-title = Downloads
page-error-body = Something came with this request, such as a form or a file. Nothing is received here. Follow a link of this site, or start again.
page-error-body-title = Something was sent along
page-error-ceased = The code { $found } belongs to an earlier map. The area went into:
page-error-ceased-title = This area is no more
page-error-desk-no-desk = No desk that writes belongs to this address. Every start of a desk gives a new address: take the last one that the terminal shows.
page-error-desk-no-desk-title = This desk is not there
page-error-desk-method = This address takes the form of the page alone. Go back to the desk and use a button.
page-error-desk-method-title = A form is sent with POST
page-error-desk-elsewhere = Only a page of this address may write. Open the desk at the address in the terminal (127.0.0.1), and send the form there.
page-error-desk-elsewhere-title = This does not come from the desk itself
page-error-desk-kind = Only a form of the page is taken (application/x-www-form-urlencoded). Nothing was written.
page-error-desk-kind-title = This is no form
page-error-desk-too-long = A form has at most 64 kB here. Make the reason or the remark shorter. Nothing was written.
page-error-desk-too-long-title = The form is too long
page-error-desk-no-text = The form is not written in UTF-8. Nothing was written.
page-error-desk-no-text-title = The form is no text
page-error-desk-other-form = Something is missing, or too much. Perhaps the desk was started again since: load the page again. Nothing was written.
page-error-desk-other-form-title = This is not the form of this desk
page-error-desk-unsure = Writing stopped halfway. Look into the log (kapstok agenda log) whether the decision stands there, before you try again.
page-error-desk-unsure-title = It is not sure that it was written
page-error-desk-blind = Other pages may tell what others decided. Go back to the desk, or start it without --blind.
page-error-desk-blind-title = This page stays closed while you read blind
page-error-do = What you can do
page-error-do-figures = Choose a figure from the list
page-error-do-search = Search the area in the field at the top.
page-error-do-start = Start again
page-error-headers = Your browser sent more along than we read, mostly cookies of another site at the same address. Clear them, or open the page in a private window.
page-error-headers-title = Too much was sent along
page-error-late = The page was not there in time. Try again in a moment; if it stays so, tell the owner of this site the address.
page-error-late-title = This took too long
page-error-method = Nothing can be sent to these pages or changed in them. Ask for them with GET.
page-error-method-title = Pages are for reading
page-error-near = Did you mean
page-error-no-area = No area has the code { $found }.
page-error-no-area-title = This area is not known
page-error-no-figure = There is no indicator, level, period or recipe of that name: { $found }.
page-error-no-figure-title = This is not there
page-error-ours = The page could not be made. Try again; if it stays so, tell the owner of this site the address.
page-error-ours-title = Something of ours went wrong
page-error-parameter = The page exists, but what stands behind the question mark cannot be: { $found }.
page-error-parameter-title = This page cannot do that
page-error-too-long = An address has at most 8,000 signs here. Search for fewer words, follow a link of this site, or start again.
page-error-too-long-title = This address is too long
page-error-unknown = Nothing stands at the address { $found }. Perhaps it was copied wrongly, or the page is of another version.
page-error-unknown-title = This page does not exist
page-error-unreadable = The address has signs that do not belong there. Perhaps it was copied wrongly. Follow a link of this site, or start again.
page-error-unreadable-title = This request cannot be read
page-error-went = { $share } % of it, from the map of { $from } to that of { $to }
page-figures-known = { $period }, { $number } of { $of-all } known
page-figures-lede = All indicators, by domain, what goes well first. Choose a level with a figure for its map and table.
page-figures-title = Which figure where?
page-footer-build = build { $build }, { $program }
page-footer-licence = software: EUPL-1.2; figures: see the licence of each source
page-footer-line = Kapstok: neighbourhood figures, choices and promises on one peg.
page-footer-period = figures about { $from } to { $to }
page-footer-sources = { $n ->
    [one] 1 source file
   *[other] { $n } source files
 }
page-form-csv = CSV by the standard: comma between fields, point in numbers
page-form-csv-zip = package of CSV files: all periods, dictionary, reasons, sources, licences and citation
page-form-geojson = GeoJSON with the map
page-form-gpkg = GeoPackage with the map and all periods, for QGIS
page-form-nl-csv = CSV for a Dutch spreadsheet: semicolon between fields, comma in numbers
page-form-parquet = GeoParquet, for DuckDB, R and Python
page-form-xlsx = workbook for Excel and LibreOffice, with a sheet of reasons and sources
page-how-counted = How this was counted
page-inside = { $levels } inside
page-invented = Invented example: no area, figure or organisation on this page exists.
page-jump = To a domain
page-languages = Language
page-legend = Legend
page-legend-areas = Areas
page-levels-council-area = council areas
page-levels-country = countries
page-levels-county = counties
page-levels-data-zone = data zones
page-levels-district = districts
page-levels-intermediate-zone = intermediate zones
page-levels-lsoa = LSOAs
page-levels-municipality = municipalities
page-levels-nav = Level
page-levels-neighbourhood = neighbourhoods
page-levels-state = states
page-levels-tract = tracts
page-licence = licence { $licence }
page-map-burdens = { $n ->
    [one] 1 domain
   *[other] { $n } domains
 }
page-map-caption = North is up. The more an area stands out, the higher the number; grey is no figure. All numbers stand in the table.
page-map-count = Domains
page-map-kicker = Burdens that come together · { $levels } · { $of-all } domains
page-map-known = Known domains
page-map-no-atlas = The map that moves is not in this program. Who builds it gets it with: cargo xtask atlas.
page-map-not-counted = not counted
page-map-nothing = No recipe of this workspace counts burdens. Choose a figure to see its map.
page-map-of = map of
page-map-other = A map of one figure
page-map-sentence = Of { $number } of { $of-all } { $levels } it was counted in how many domains they belong to the part where the burden is largest.
page-map-sources = Independent sources
page-map-title = Map of what comes together
page-menu = Main menu
page-method-at = Cut
page-method-cuts = Where each domain was cut
page-method-domain = Domain
page-method-hash = SHA-256 of the recipe:
page-method-in = Areas in it
page-method-known = Areas with a figure
page-method-link = Recipe { $recipe }, per { $level }
page-method-scored = { $number } { $levels } have at least one domain with a figure.
page-method-title = How it is counted
page-nav-accessibility = Accessibility
page-nav-downloads = Downloads
page-nav-figures = Figures
page-nav-map = Map
page-nav-sources = Sources and method
page-nav-thursday = Thursday is the council
page-nav-truth = The truth test
page-neighbours = What lies beside it
page-no-map = There is no map of these { $levels } in the workspace.
page-on-the-map = See on the map
page-one-source = Count as one source: { $figures }.
page-people = What the figures say of people with several burdens at once
page-periods = { $domain }: all years as a table
page-periods-nav = Year or period
page-position-high = in the highest quarter
page-position-low = in the lowest quarter
page-position-middle = in the middle half
page-provisional = provisional
page-rebased = from another map
page-residents = residents
page-retrieved = fetched on { $day }
page-retrieved-unknown = day of fetching not known
page-search-button = Search
page-search-empty = Type the name of a neighbourhood, district or municipality above, or a code such as BU03630104. Behind a comma you may give the municipality: centrum, delft.
page-search-found = { $n ->
    [one] 1 area found.
   *[other] { $n } areas found, larger areas first.
 }
page-search-label = Search a neighbourhood, district, municipality or code
page-search-more = { $n } areas found. These are the first { $shown }: type more letters, or put the municipality behind a comma.
page-search-nearest = No area is called ‘{ $query }’. These names come near.
page-search-nothing = No area is called ‘{ $query }’, and no name comes near. Check the spelling, or search the municipality and choose a neighbourhood there. Addresses are not known here.
page-search-placeholder = Neighbourhood, municipality or code
page-search-title = Search for ‘{ $query }’
page-search-title-empty = Search an area
page-search-where = { $level } in { $above } · { $code }
page-similar = Looks like
page-similar-distance = distance { $distance }, over { $shared } figures
page-similar-how = How the distance is computed
page-similar-rule = Of all { $levels } these five with the smallest distance. The distance is the root mean square of the differences, each in robust standard deviations, over { $n ->
    [one] this figure
   *[other] these { $n } figures
 }; at least half must be known of both areas. No counts, no origin or religion. Equal distances go by code.
page-similar-why = What differs least: { $figures }
page-skip = Skip to the content
page-sort-code = by code
page-sort-down-residents = by residents, most first
page-sort-down-value = by figure, highest first; equal figures by code
page-sort-name = by name
page-sort-value = by figure, lowest first
page-source = source
page-source-figures = { $n ->
    [one] 1 figure from it
   *[other] { $n } figures from it
 }
page-source-publisher = publisher
page-source-url = address
page-sources-build = Everything on this site comes from build { $build }. The same name is the same content, to the letter.
page-sources-crosswalks = Tables between maps
page-sources-crosswalks-words = Along these tables figures were brought from one map to another.
page-sources-files = Files
page-sources-lede = Each figure has a file, a publisher, a licence and a checksum. Who has that file can check that nothing in it was changed.
page-sources-title = Sources and method
page-spine-band = the middle half of all { $levels }, with their middle
page-spine-legend = Each line runs from low to high; no end is the good one. One in a hundred areas at each end falls outside the picture.
page-spines-caption = { $domain }: figures of { $name }
page-start-all = All { $levels }
page-start-counts = { $areas }, with { $n ->
    [one] 1 indicator
   *[other] { $n } indicators
 }.
page-start-crumb = Start
page-start-empty = No figures yet
page-start-empty-do = This workspace has no figures yet. Its owner types: kapstok fetch DIR, and then: kapstok build DIR. This page then shows them by itself.
page-start-lede = What goes well in a neighbourhood, which burdens come together there, and where each figure comes from.
page-start-question = Where do you want to look?
page-start-updated = Last updated: the newest file was fetched on { $day }.
page-strengths = What goes well here
page-strengths-middle = middle of all { $levels }: { $middle }
page-strengths-more = { $n ->
    [one] 1 more figure stands below, in its domain.
   *[other] { $n } more figures stand below, in their domains.
 }
page-strengths-none = With no figure does this area belong to the most favourable quarter of all { $levels }. These are the figures of which more is better.
page-strengths-rule = With { $number } of the { $of-all } figures that have a direction this area belongs to the most favourable quarter of all { $levels }.
page-swarm = { $name }: { $value }. Of { $n-known } { $levels } in { $within } this figure is known: the lowest is { $low }, the middle { $middle }, the highest { $high }. Without a figure: { $without }.
page-swarm-all = All { $number } { $levels } as a table
page-swarm-title = { $label }: { $levels } of { $within }
page-table-after = Next
page-table-all = All areas as a table
page-table-before = Previous
page-table-csv = The newest figures of all { $levels } as CSV
page-table-everywhere = all areas
page-table-kicker = { $levels } · { $within } · { $period }
page-table-nothing = Of none of the { $of-all } { $levels } this figure is known.
page-table-order = The order: { $by }.
page-table-page = Page { $page } of { $pages }
page-table-pages = Pages
page-table-rows = Rows { $from } to { $to } of { $of-all }.
page-table-sentence = Known of { $number } of { $of-all } { $levels }: the lowest is { $low }, the middle { $middle }, the highest { $high }.
page-table-show = Show
page-table-within = Only in
page-this-area = this area
page-thursday-1-hidden = Among its { $number } { $levels } it runs from { $low } ({ $low-name }) to { $high } ({ $high-name }). { $n ->
    [one] 1 of them belongs
   *[other] { $n } of them belong
 } to the quarter of all { $levels } where the burden is largest.
page-thursday-1-none = In this workspace no average hides so much that the rule finds it.
page-thursday-1-rule = Found like this: of all larger areas and all registered shares of residents, adults or households the area whose own figure lies near the middle of all neighbourhoods (within a quarter of the quartile range), while the neighbourhoods inside lie furthest apart. At least six neighbourhoods with a figure.
page-thursday-1-sentence = { $label } in { $name }: { $value } ({ $period }). That is almost the middle of all { $levels }, { $middle }. Nothing the matter, says the average.
page-thursday-1-title = An average that hides
page-thursday-2 = Which area drops out by one choice in the rule, and how many people live there?
page-thursday-2-rule = Found so: of the first rule of this build that sometimes chose otherwise, the area outside the list with the highest chance of being in.
page-thursday-2-sentence = { $area } is not on it. { $residents } people live there, and it would count { $counts }. Of { $n } times that we chose again, with figures as they might have been, it was on the list in { $chance }. { $other } is on the list, with { $other-chance }.
page-thursday-2-with = the same list with { $area }
page-thursday-2-title = An area just outside the list
page-thursday-3 = What was promised, word for word, and where is the amount not stated?
page-thursday-3-title = A promise without money
page-thursday-4 = Which action stands in the area agenda while nobody runs it?
page-thursday-4-title = An action without owner
page-thursday-5 = Why a model estimate cannot show that an approach works.
page-thursday-5-sentence = { $label } is a modelled estimate. It is made of other figures: { $from }. It moves when they move, even if nothing changes in { $area }. So here it never counts as progress.
page-thursday-5-rule = Found so: the first target, in the order of areas, that rests on a modelled estimate.
page-thursday-5-title = A modelled figure that is no progress
page-thursday-6 = How large a change must be to show in an area of this size.
page-thursday-6-title = A result that cannot be seen here
page-thursday-intro = On Thursday evening the council discusses the area approach. Six things that you can check before then, in a region that does not exist. Each step is a page, a command and a sentence.
page-thursday-kicker = A story in six steps
page-thursday-lede = One evening of preparation in the invented region: an average that hides, an area just outside the list, a promise without money.
page-thursday-look = Look yourself:
page-thursday-soon = to come
page-thursday-title = Thursday is the council
page-tile-in = counts
page-tile-out = does not count
page-tile-unknown = not known
page-trend = { $from }: { $first }, { $to }: { $last }
page-trend-legend = * or an open dot: the figure came from another map. An upright line: there the map changed.
page-trend-model = { $from }: { $first }, { $to }: { $last }; model, no evidence of change
page-truth-at-least = at least { $m } of { $k } burdens
page-truth-bounds = Shares do not tell how many people carry several burdens at once, only between which bounds that must lie. For each area it was looked at whether the true share lies within.
page-truth-bounds-title = Do people with several burdens lie within the bounds?
page-truth-inside = Within the bounds
page-truth-intervals = { $inside } of { $all } published 95 % margins hold the true figure: { $share }. That should be about 95 %.
page-truth-lede = The people of this invented region were drawn by a generator. So it knows what the published figures only suggest. Of a real region nobody knows that.
page-truth-margins-title = Do the margins hold the true figure?
page-truth-sure-title = Do intervals of results hold?
page-truth-sure = The recipe was also run on the figures as they really were. An interval should hold the true result in { $level } % of the cases. Only errors of figures were drawn, { $n } times. In { $not } areas a figure is missing and no rule says how large it can be: those are not compared. With some hundred areas chance alone may bring the share four points higher or lower.
page-truth-sure-score = score by which areas are ordered
page-truth-sure-rank = place in that order
page-truth-sure-burdens = number of burdens
page-truth-chances-title = Do chances come true?
page-truth-chances = For each group of about equal chances: how large was the chance of a large burden in a domain, and how often was there one? Draws lie around the published figure. Whoever stands just over the cut is sometimes there by chance: chances just below 100 % therefore promise too much.
page-truth-chance = Mean chance
page-truth-so = Was so
page-truth-note = Computed when this server began, from the build and the folder truth of the workspace.
page-truth-of = Of
page-truth-pairs = both of two burdens
page-truth-share = Share
page-truth-what = What
page-value-thousand-euro = € { $value } thousand
page-what = What ‘burdens that come together’ is, and is not
page-what-1 = It counts domains, such as income, health and school, in which an area belongs to the part of its level where the burden is largest.
page-what-2 = It is about areas, not about people: who carries the one burden need not carry the other.
page-what-3 = It always says of how many domains a figure is known, and on how many independent sources that rests.
page-what-4 = It is no ranking, and no verdict on a neighbourhood or on those who live there.
page-why = origin
page-why-facts = What belongs to it
page-why-kicker = Where this figure comes from
page-why-status = status
page-why-steps = What was done with it
page-why-table = This figure for all { $levels }
page-why-type = Type on your own computer (DIR is the workspace):
page-why-yourself = Check it yourself

## Atlas
atlas-all-missing = There is no figure to see in any of these { $areas }. Figures about fewer than { $min } residents are not shown, to protect people.
atlas-announce-area = { $name }, { $value }
atlas-announce-class = class { $at } of { $all }, { $name }
atlas-announce-far = { $direction }, not adjacent: { $name }
atlas-announce-side = { $direction }: { $name }
atlas-areas-failed = The list of areas did not arrive.
atlas-brush = Box in the scatter
atlas-brush-clear = Remove the box
atlas-brush-gone = The box is gone.
atlas-brush-keys = Draw a box with the mouse, or move into it: arrows move it, Shift with arrows makes it larger or smaller, Esc removes it. The map shows the same areas.
atlas-brush-sentence = { $n } of them in the box: { $x0 } to { $x1 } by { $y0 } to { $y1 }.
atlas-burden-explain = A domain counts when the area belongs to { $fraction } of areas where the burden is largest. It says nothing about any one person.
atlas-burden-in = counts
atlas-burden-out = does not count
atlas-burden-unknown = not known
atlas-burdens = { $n ->
    [one] 1 burden
   *[other] { $n } burdens
 }
atlas-burdens-of-known = { $n ->
    [one] 1 burden
   *[other] { $n } burdens
 }, of { $known } known domains out of { $all }
atlas-card-close = Close the card
atlas-catalogue-failed = The map could not start: the list of figures did not arrive.
atlas-chance = chance { $chance }
atlas-chance-below = less than { $to }
atlas-chance-class-1 = very unlikely
atlas-chance-class-2 = unlikely
atlas-chance-class-3 = about as likely as not
atlas-chance-class-4 = likely
atlas-chance-class-5 = very likely
atlas-choose-something = Choose what to see on the map. For instance:
atlas-class = class
atlas-class-1 = lowest
atlas-class-2 = lower
atlas-class-3 = middle
atlas-class-4 = higher
atlas-class-5 = highest
atlas-classes = Classes
atlas-close = Close
atlas-col-interval = margins
atlas-column-failed = The figures on { $what } did not arrive. The map shows what was there.
atlas-compare = Compare
atlas-compare-page = Open the comparison
atlas-compare-pin = Compare with { $name }
atlas-compare-stop = Stop comparing with { $name }
atlas-compare-with = Compare { $name } with which area?
atlas-compared-with = compared with
atlas-context = What you see
atlas-context-where = { $level } in { $within }
atlas-copied = Copied
atlas-copy = Copy
atlas-copy-what = Copy { $what }
atlas-difference-higher = { $name } is { $difference } higher than { $other }.
atlas-difference-lower = { $name } is { $difference } lower than { $other }.
atlas-difference-same = { $name } and { $other } are the same: { $value }.
atlas-direction-e = east
atlas-direction-n = north
atlas-direction-ne = northeast
atlas-direction-nw = northwest
atlas-direction-s = south
atlas-direction-se = southeast
atlas-direction-sw = southwest
atlas-direction-w = west
atlas-dismiss = Dismiss
atlas-domain-class-in = counts
atlas-domain-class-out = does not count
atlas-domain-in = { $domain }: belongs to { $fraction } with the largest burden
atlas-domain-note = which areas belong to { $fraction } with the largest burden
atlas-domain-out = { $domain }: does not belong to { $fraction } with the largest burden
atlas-edge = There is no area further { $direction }.
atlas-embed-code = Code for your page
atlas-embed-explain = Put exactly this map on another page. Whoever sees it there sees what you see now.
atlas-embed-preview = This is what it looks like
atlas-embed-title = Map from Kapstok
atlas-everywhere = all areas
atlas-explain-chance-domain = The chance that an area belongs to { $fraction } with the largest burden, over { $draws } times of counting again with other possible figures and choices.
atlas-explain-chance-together = The chance that an area belongs to { $fraction } where the burdens together are largest, over { $draws } times of counting again with other possible figures and choices.
atlas-explain-interval-domain = Fairly sure: at least { $part } of { $draws } times of counting again say the same.
atlas-explain-interval-indicator = The margins are those of the source. Fairly sure: what it is held against lies outside the margins.
atlas-explain-interval-together = On average an area belongs to the largest burden in { $fraction } of its known domains. The margins hold { $level } of { $draws } times of counting again.
atlas-first-bar = The first bar is { $value } and lower, down to { $min }.
atlas-first-of = The first { $n } of { $total }. The CSV holds all of them.
atlas-found = { $n ->
    [0] nothing found
    [one] 1 found
   *[other] { $n } found
 }
atlas-fraction = { $share }
atlas-fraction-10 = the tenth
atlas-fraction-3 = the third
atlas-fraction-4 = the quarter
atlas-fraction-5 = the fifth
atlas-from-another-map = converted from another map
atlas-go-to = Go to an area
atlas-in = in
atlas-in-view = In view: { $n } { $areas }, { $residents } residents
atlas-in-view-unknown = ({ $n } not known)
atlas-invented = Invented example: nothing in it exists.
atlas-key = key
atlas-key-does = what it does
atlas-key-help = this list
atlas-key-leave = leave the map, or close something
atlas-key-map = to the map
atlas-key-open = on the map: open the area
atlas-key-resize = in the scatter: the box larger or smaller
atlas-key-search = search
atlas-key-walk = on the map: to the neighbour in that direction
atlas-key-zoom = on the map: closer and further away
atlas-keys = All keys
atlas-keys-on = Use keys of one letter or sign
atlas-known-of = { $known } of { $all } domains known
atlas-last-bar = The last bar is { $value } and higher, up to { $max }.
atlas-legend = Legend
atlas-level = How large are the areas?
atlas-level-country = countries
atlas-level-county = counties
atlas-level-data-zone = data zones
atlas-level-district = districts
atlas-level-intermediate-zone = intermediate zones
atlas-level-lock = Lock: do not change with the zoom
atlas-level-lsoa = LSOAs
atlas-level-municipality = municipalities
atlas-level-neighbourhood = neighbourhoods
atlas-level-state = states
atlas-level-tract = tracts
atlas-licence-not-stated = not stated
atlas-lies-in = lies in
atlas-lines-explain = The same figures, without a file in between. The addresses follow OGC API Features, an open agreement.
atlas-lines-qgis = Add layer > WFS / OGC API Features > New, with this address:
atlas-loading = Loading
atlas-map = Map
atlas-map-incomplete = The map is incomplete.
atlas-map-keys = Arrows go to the neighbour in that direction, Enter opens it, Esc leaves the map.
atlas-map-loading = The map is loading
atlas-map-nothing = Map with the borders of areas. Nothing has been chosen to see yet.
atlas-map-sentence = { $what }: { $nKnown } of { $nAreas } { $areas } have a figure, from { $min } to { $max }.
atlas-map-sentence-chance = { $what }: the chance is known of { $nKnown } of { $nAreas } { $areas }; of { $n } it is { $from } or more.
atlas-map-sentence-domain = { $what }: { $n } of the { $nKnown } { $areas } with a figure belong to the group with the largest burden.
atlas-map-sentence-none = { $what }: none of { $nAreas } { $areas } has a figure.
atlas-map-sentence-period = About { $period }.
atlas-map-sentence-sure = Fairly sure of { $sure }, not sure of { $unsure }{ $n ->
    [0] {"."}
   *[other] , margin not known of { $n }.
}
atlas-margins = Margins: { $margins }
atlas-missing = Without a figure
atlas-more = Show { $n } more (of { $left })
atlas-n-areas = areas
atlas-n-figures = { $n ->
    [one] 1 figure
   *[other] { $n } figures
 }
atlas-n-unknown = margin unknown
atlas-n-unsure = not sure
atlas-name = name
atlas-neighbours = Neighbours
atlas-no-chance = chance not known
atlas-no-figure = no figure: { $reason }
atlas-no-figure-short = no figure
atlas-no-neighbours = No adjacent area.
atlas-no-webgl = This browser cannot draw the map.
atlas-no-webgl-still = Everything is in the table, in the map below, and on the page of each area.
atlas-not-at-level = There is no { $what } for { $areas }.
atlas-not-copied = Copying did not work. Take the link from the address bar.
atlas-open-area = Open the area
atlas-open-whole = Open the whole map
atlas-other-level = This is a { $level }; the map now shows another level ({ $shown }).
atlas-panel = What to see
atlas-period = Period
atlas-period-missing = No figure about { $list }.
atlas-period-one = There is one period: { $period }.
atlas-png-source = Source: { $source } ({ $kind })
atlas-points = { $value } percentage points
atlas-print-address = This map: { $address }
atlas-print-all-known = All { $n } { $areas } have a figure.
atlas-print-build = Areas of { $year }. Made with { $program }, build { $build }.
atlas-print-counts = The numbers are of all { $n } { $areas }.
atlas-print-derived = Worked out with recipe { $recipe }. Sources in these domains: { $sources }.
atlas-print-faded = Pale areas lie outside { $within }.
atlas-print-faded-brush = Pale areas fall outside the box in the scatter.
atlas-print-licence = { $n ->
    [one] Licence: { $licences }.
   *[other] Licences: { $licences }.
 }
atlas-print-more = { $n ->
    [one] 1 more source
   *[other] { $n } more sources
 }
atlas-print-north = North is up. The scale holds for the middle of the map.
atlas-print-title = The map shows for each { $level }: { $what }
atlas-print-title-within = The map shows for each { $level } in { $within }: { $what }
atlas-provisional = provisional figure
atlas-range = { $from } to { $to }
atlas-range-and-more = { $from } and more
atlas-reason-count = { $reason }: { $n }
atlas-reference-even = average { $value }
atlas-reference-middle = the middle of all { $areas }
atlas-residents = { $n } residents
atlas-retry = Try again
atlas-rule = Figures about fewer than { $min } residents are not shown.
atlas-scatter-against = { $x } next to
atlas-scatter-choose = Choose another figure
atlas-scatter-none = There is no such figure for { $areas }.
atlas-scatter-sentence = { $n } of { $total } { $areas } have both figures: { $x } (left to right) and { $y } (bottom to top).
atlas-scatter-title = Scatter of two figures
atlas-sheet-high = Make the card tall
atlas-sheet-low = Make the card low
atlas-sheet-middle = Make the card half as tall
atlas-show-level = Show { $areas }
atlas-show-nothing = Show borders only
atlas-show-table-page = Whole table
atlas-show-that-level = Show level { $level }
atlas-sorted-down = Sorted by { $by }, descending, { $n } rows
atlas-sorted-up = Sorted by { $by }, ascending, { $n } rows
atlas-sources = { $n ->
    [one] from 1 source
   *[other] from { $n } independent sources
 }
atlas-status = status
atlas-status-known = known
atlas-strength = a strength
atlas-stripes-domain = not sure whether the area belongs to it
atlas-stripes-indicator = not sure: { $reference } lies within the margins
atlas-stripes-together = not sure: the average lies within the margins
atlas-sure-higher-indicator = higher than { $reference }, fairly sure
atlas-sure-higher-together = more than average, fairly sure
atlas-sure-in-domain = belongs to it, fairly sure
atlas-sure-lower-indicator = lower than { $reference }, fairly sure
atlas-sure-lower-together = fewer than average, fairly sure
atlas-sure-out-domain = does not belong to it, fairly sure
atlas-sure-unknown = margin not known
atlas-sure-unsure-domain = not sure whether the area belongs to it
atlas-sure-unsure-indicator = not sure whether higher or lower than { $reference }
atlas-sure-unsure-together = not sure whether more or fewer than average
atlas-tab-chart = Chart
atlas-tab-table = Table
atlas-table-caption = { $n } { $areas } in view: { $what }{ $period ->
    [none] {""}
   *[other] , { $period }
 }.
atlas-table-title = The map as a table
atlas-take-nearest = Show { $name }
atlas-thing-chance = chance of large burdens that come together
atlas-thing-chance-domain = chance of a large burden: { $domain }
atlas-thing-domain = { $domain } burden
atlas-thing-nothing = borders only
atlas-thing-together = burdens that come together
atlas-together-note = in how many of { $n } domains the area belongs to { $fraction } with the largest burden
atlas-tool-csv = CSV
atlas-tool-embed = Embed
atlas-tool-keys = Keys
atlas-tool-lines = QGIS, R, Python
atlas-tool-link = Copy link
atlas-tool-png = PNG
atlas-tool-print = Print
atlas-tool-scatter = Scatter
atlas-tool-table = Show as table
atlas-tools = What you can do with it
atlas-unknown-against = There is no figure `{ $found }` to set beside it.
atlas-unknown-area = There is no area with code `{ $found }`.
atlas-unknown-certainty = This cannot be seen so here; the reason stands with the choice of what you see. The map shows the values.
atlas-unknown-compare = There is no area with code `{ $found }` to compare with.
atlas-unknown-level = There is no level `{ $found }`.
atlas-unknown-show = There is no figure `{ $found }`.
atlas-unknown-within = There is no area with code `{ $found }` to stay within.
atlas-unknown-year = There is no figure about `{ $found }` here; the map shows the latest period.
atlas-value = value
atlas-value-ha = { $value } ha
atlas-value-km = { $value } km
atlas-value-km2 = { $value } km²
atlas-value-per-thousand = { $value } per 1,000
atlas-value-points = { $value } points
atlas-value-thousand-euro = € { $value } thousand
atlas-value-year = { $value } years
atlas-view = Value, certainty or chance?
atlas-view-chance = Chance of a large burden
atlas-view-chance-short = chance
atlas-view-interval = Certainty
atlas-view-not = { $view } cannot be seen here: { $why }.
atlas-view-not-alone = there is one area only, so nothing to hold it against
atlas-view-not-count = counts of areas of different size are not compared
atlas-view-not-no-draws = the recipe does not work out how sure its result is
atlas-view-not-no-margins = the source gives no margins with this figure
atlas-view-not-nothing = choose a figure first
atlas-view-not-only-burdens = there is a chance of a domain or of all burdens together, not of one figure
atlas-view-value = Value
atlas-what = What do you want to see?
atlas-why = Where does this come from?
atlas-within = Within which area?
atlas-within-all = All areas
atlas-within-name = Name of a larger area
atlas-zoom = Zoom
atlas-zoom-all = Show all
atlas-zoom-in = Closer
atlas-zoom-out = Further away

## Files to take along

files-cite-build = Build { $build }; data { $hash }.
files-cite-program = Made with { $program } (sha256 { $hash }).
files-cite-recipe = Recipe { $recipe } (sha256 { $hash }).
files-cite-source = [{ $number }] { $attribution }. { $title }. Licence: { $licence }. sha256 { $hash }.
files-cite-title = { $title }: { $level }, map of { $year }.
files-cut = More rows do not fit in a sheet: all of them are in the CSV package (figures.csv)
files-read-gate = An area with fewer than { $least } residents shows no figures ("too_few_residents"). Sometimes a figure of a neighbour or of a larger area is then left out too ("withheld_with_others"): or the small area could be worked out.
files-read-kind = Kind of figure: "register" was counted, "survey" was asked of some of the people, "model" was estimated by a model, "derived" was computed here. "provisional": the publisher may still change it. "other_map": it came from another map.
files-read-missing = An empty cell is a missing figure. The reason stands beside it; "reasons" explains the reasons. An empty cell is never nought.
files-read-people = The figures are about areas. What comes together in one area need not come together in the same people.
files-read-what = This file holds figures per area. Codes are text. "dictionary" says what each figure means, "sources" where it comes from.
files-reason-cannot-occur = Cannot occur here.
files-reason-lost-in-recoding = Was lost when it was brought from another map.
files-reason-not-measured = Was not measured here, or not published.
files-reason-not-yet-out = Is not out yet.
files-reason-secret = Is secret: the source does not show it.
files-reason-too-few-residents = The area has too few residents, now or in the year of the figure.
files-reason-withheld-with-others = Is left out to protect a small area: its figure could be worked out from this one.
files-written = Wrote { $path }: { $n } { $n ->
    [one] area
   *[other] areas
}

## Pages in print

print-page-of = Page { $page } of { $pages }
## Agenda: import of a plan (K0601-K0649)
K0601 = the library of links cannot be read: { $message }
    .hint = look at the line shown above; links.toml of Kapstok is an example
    .explain = A library is a TOML file with `version = 1` and a block `[[link]]` for each link. Nothing of it was read.
K0602 = link `{ $id }` lacks something or says what cannot be: { $field }
    .hint = each link has a source, a name, two different domains and a strength: strong, moderate, weak or assumed
    .explain = A link without a source that can be looked up is an opinion. That is why it does not enter the library.
K0610 = there is no table here in which a plan can be recognised
    .hint = put titles such as Action, Owner, Budget and Year above the table, or name a column yourself with `--column "Title=owners"`
    .explain = Within the first 15 rows a row was sought with at least two titles that Kapstok knows, in Dutch or English. There is none.
K0611 = column `{ $column }` was not read
    .hint = say what it holds with `--column "{ $column }=note"`, or leave it out on purpose with `=ignore`
    .explain = No field that Kapstok knows goes with this title. The column was skipped; the rest was read. Your choice is remembered for the next time.
K0612 = two columns for one thing: `{ $other }` and `{ $column }` ({ $field })
    .hint = say which one holds: `--column "{ $column }=ignore"`
    .explain = A field comes from one column, but for organisations and remarks. Kapstok cannot know which of the two holds.
K0613 = a field was named for column `{ $column }` that does not exist: `{ $found }`
    .hint = choose a field such as action, owners, euros, `euros 2025 x1000`, year or ignore
    .explain = A column gets its field in the command or in agenda/forms.toml. This word is no field.
K0614 = nothing says which area this is about
    .hint = name the area: `--area WK990101`, or put a column Area in the table
    .explain = Everything in an agenda belongs to an area. It comes from a column, from the command or from the name of the sheet.
K0615 = area `{ $found }` is not known, or two have that name
    .hint = write the code of the area, such as WK990101
    .explain = An area can be called by its code or by its name as they stand in the data.
K0616 = `{ $found }` is not an amount
    .hint = write one amount in the cell, such as 50,000 or 0.5 fte; the rest goes in a column Note
    .explain = A cell of money holds one amount, `?` or TBD if nobody knows, or nothing. Two amounts or a sentence cannot be added up.
K0617 = `{ $found }` may be two numbers: thousands or decimals
    .hint = write it out without point and comma, or with two digits behind the decimal sign
    .explain = In Dutch 1.500 is fifteen hundred, in English one and a half. Where the file does not settle it, or a factor such as x 1,000 makes both likely, Kapstok does not guess.
K0618 = amount `{ $found }` is below zero or larger than any plan
    .hint = look for a minus too many, or a factor that counts twice
    .explain = What is taken off is an event, no negative amount. The plan of an area stays under ten thousand million euros.
K0619 = `{ $found }` is not a year
    .hint = write a year with four digits, such as 2025
    .explain = Money belongs to a year. Without one nobody can see what there is when.
K0620 = `{ $found }` is about several years at once
    .hint = make a row or a column for each year, with the amount of that year
    .explain = How an amount is spread over years is known only to who made the plan. Kapstok does not divide it.
K0621 = `{ $found }` is not a date
    .hint = write 2025-12-31, Dec 2025, Q4 2025 or end 2025
    .explain = The last day that can be meant was sought. A date that countries read differently, such as 1/2/2025 in an English table, does not count either.
K0622 = an amount without a year
    .hint = put a column Year in the table, or give one year for all: `--year 2025`
    .explain = Money belongs to a year. Without one nobody can see what there is when.
K0623 = `{ $found }` is no word that Kapstok knows here
    .hint = choose one of: { $known }
    .explain = This column holds one of a few words, in Dutch or English. If the column is about something else, leave it out with `=ignore`.
K0624 = burden `{ $found }` belongs to no domain or indicator yet
    .hint = put a column Domain in the table
    .explain = The burden was taken in. Without a domain or an indicator nobody can see whether figures show it too.
K0625 = `{ $found }` is no { $field ->
        [domain] domain
       *[other] indicator
    } that this workspace knows
    .hint = see which there are: `kapstok check`
    .explain = The row was read, this field was not. Domains and indicators can be called by their code or their name.
K0626 = `{ $found }` does not name two burdens
    .hint = write `debts -> stress`, or put the burdens in columns From and To
    .explain = A link goes from one burden to another.
K0627 = two rows say different things of one ({ $field }): `{ $one }` and `{ $other }`
    .hint = make them alike, or give one of the two another name
    .explain = An action with the same name in the same area is one action. It has one end date, promise or value.
K0628 = `{ $found }` is about; it was read as exact
    .hint = say in a note that the amount is not settled
    .explain = An agenda holds amounts or unknown. That an amount is an estimate belongs in the note.
K0629 = row `{ $found }` is a total and was skipped
    .hint = nothing to do
    .explain = Totals are added up from the rows. A total that is read would count twice.
K0630 = no column says whether money is planned, committed or spent: read as planned
    .hint = put a column Stage in the table, with planned, committed or spent
    .explain = Money in a plan is an intention until somebody commits it.
K0631 = all amounts were taken times { $factor }, for it says `{ $found }`
    .hint = if that is wrong, say it of the column: `--column "Budget=euros x1"`
    .explain = A line above or below the table says that amounts are in thousands or millions. It holds for columns that say nothing themselves.
K0632 = one amount of { $n } funders: `{ $found }`; it stands without a source
    .hint = make a row for each funder, with the amount of each
    .explain = It does not say who pays how much. The funders do stand with the action.
K0633 = `{ $found }` was read as several organisations: { $read }
    .hint = if it is one, write the name without `and`, `&` or `/`, or add the organisation first
    .explain = An `and` stands between two organisations or within a name. An organisation that is known stays whole.
K0634 = `{ $found }` is nothing of this area in this agenda; the row was read by name
    .hint = leave the column No as Kapstok wrote it, or empty it
    .explain = A number such as a12 comes from a file of Kapstok. Here it belongs to another workspace or another area.
K0635 = this row names no burden, link, action, target or money, and was not read: `{ $found }`
    .hint = fill in what the row is about, or merge the cells with those above
    .explain = It says something, but not about what. A blank cell counts as the one above only where they are merged.
K0636 = what the row holds does not fit `{ $field }`
    .hint = make the text shorter than 20,000 characters, a name shorter than 200
    .explain = Each field has a form and a greatest length, so that a wrong or hostile file cannot fill the agenda.
K0637 = `{ $found }` is not a number
    .hint = write the number alone; the unit goes in a column Unit
    .explain = A baseline and a target value are numbers, so that later anybody can see whether they were reached.
K0638 = the remembered forms cannot be read: { $message }
    .hint = mend agenda/forms.toml on the line above, or remove the file
    .explain = It holds for each form which column is what. Without that file the next import asks again.
K0639 = money without an action or a promise in this row
    .hint = fill in the action, or merge the cell with the one above
    .explain = The amount was taken in as money of the area that nothing stands against yet. That is a hole in the agenda.
K0640 = column `{ $found }` is not in the file
    .hint = see how the title is written in the file
    .explain = A field was named for this column, but no table has it.
K0641 = action `{ $found }` is not in this agenda
    .hint = leave the column No as it was in the sheet that was sent
    .explain = An answer belongs to an action. This one is not there, or no longer.
K0642 = the answer `{ $found }` stands for an older wording of { $action }
    .hint = ask again: `kapstok agenda ask`
    .explain = The action changed after the sheet was made. The answer was written down for the wording that was asked; the hole stays until the partner confirms the new one.
K0643 = organisation `{ $found }` is not in this agenda
    .hint = leave the hidden columns of the sheet as they were
    .explain = Each row of a sheet that was sent holds whose answer it is. That is gone here, or changed.
K0644 = this is no sheet that a partner sent back
    .hint = take the file that `kapstok agenda ask` made
    .explain = Such a sheet has columns for number, answer, organisation and the code of the wording. One of them is missing.
K0645 = `{ $found }` is no code of a wording
    .hint = leave the hidden columns of the sheet as they were
    .explain = The code says which wording the partner had at hand. Without it the answer stands for nothing.
K0647 = this sheet has answers, and the hidden columns with the codes are gone
    .hint = ask for the sheet as it was, or make a new one with `kapstok agenda ask { $dir } PARTNER --out sheet.xlsx`
    .explain = Without the codes nobody can see whose answer it is and of which wording. Nothing was taken.
K0648 = organisation `{ $found }` has no part in action { $action }
    .hint = see whether the row stands on the right sheet
    .explain = Only an owner, partner or funder can confirm an action.
K0646 = this answer (`{ $found }`) was there before, and another one came later: the later one holds
    .hint = if this is a new answer, put its date in the remark
    .explain = Reading the same sheet twice changes nothing. So an answer that stood there exactly like this does not count again.
agenda-column-nr = No
agenda-column-area = Area
agenda-column-burden = Burden
agenda-column-strength = Strength
agenda-column-side = Burden or strength
agenda-column-domain = Domain
agenda-column-money-domain = Domain of the money
agenda-column-promise-domain = Domain of the promise
agenda-column-indicator = Indicator
agenda-column-link = Link
agenda-column-from = From burden
agenda-column-to = To burden
agenda-column-evidence = Strength of evidence
agenda-column-link-source = Source of the evidence
agenda-column-library = Code in the library
agenda-column-source = Source
agenda-column-action = Action
agenda-column-works-on = Works on
agenda-column-owners = Owners
agenda-column-partners = Partners
agenda-column-funders = Funders
agenda-column-until = Until
agenda-column-note = Note
agenda-column-euros = Budget
agenda-column-posts = Full-time posts
agenda-column-year = Year
agenda-column-stage = Planned, committed or spent
agenda-column-money-source = Source of the money
agenda-column-earmark = Earmarked for
agenda-column-money-note = Note on the money
agenda-column-money-promise = Money for promise
agenda-column-target = Target
agenda-column-target-burden = Target for burden
agenda-column-baseline = Baseline
agenda-column-baseline-period = Period of the baseline
agenda-column-value = Value to reach
agenda-column-unit = Unit
agenda-column-deadline = Target date
agenda-column-promise = Promise
agenda-column-promise-kind = Kind of source
agenda-column-promise-source = Where it stands
agenda-column-promise-due = Year of the promise
agenda-column-promise-money = Money named
agenda-column-wording = Code of the wording
agenda-column-organisation = Code of the organisation
agenda-column-answer = Your answer
agenda-column-answer-role = Your role
agenda-column-remark = Your remark
agenda-column-changed-amount = Other amount
agenda-column-changed-date = Other date
agenda-column-part = Your part in this action
agenda-column-shown-money = Your money in this action
agenda-column-ignore = Not read
agenda-sheet-burdens = Burdens and strengths
agenda-sheet-links = Links
agenda-sheet-actions = Actions
agenda-sheet-money = Money and posts
agenda-sheet-targets = Targets
agenda-sheet-promises = Promises
agenda-sheet-ask = Your actions
agenda-choice-burden = burden
agenda-choice-strength = strength
agenda-choice-strong = strong
agenda-choice-moderate = moderate
agenda-choice-weak = weak
agenda-choice-assumed = assumed
agenda-choice-planned = planned
agenda-choice-committed = committed
agenda-choice-spent = spent
agenda-choice-confirmed = confirmed
agenda-choice-changed = changed
agenda-choice-refused = refused
agenda-choice-document = document
agenda-choice-council = council decision
agenda-choice-agreement = agreement
agenda-role-owner = owner
agenda-role-partner = partner
agenda-role-funder = funder
agenda-unit-posts = posts

## Site of plain files

page-site-earlier = This is the newest period. Earlier ones stand on the page of each area, on the map and in the downloads.
page-site-map = This picture and this table are always here. Where the site stands at a web address and your browser has JavaScript, a map that moves takes their place. If you open the site as a folder on a drive, this picture stays: a browser loads no such map from a folder.
page-site-map-caption = North is up. The more an area stands out, the higher the number; grey is no figure.
page-site-no-origins = From which column and row a figure comes has no page of its own in this site: there would be too many. Each file is named among the sources. Each figure with its source, kind and reason is in the downloads.
page-site-no-rows = The rows of { $of-all } { $levels } do not fit on one page. Each figure stands on the page of its area, on the map and in the file below.
page-site-not-listed = The { $number } { $levels } are too many for a list. They stand on the page of the area that they lie in: choose a municipality above.
page-site-nothing = No area is called ‘{ $query }’. Check the spelling, or choose the area from the list below. Addresses are not known here.
page-site-open = Open in English
page-site-search = Choose an area from the list. With JavaScript the field at the top finds every area by its name or code.
page-site-start = To the start, in English
page-site-unknown = Nothing stands at this address. Perhaps it was copied wrongly, or the page is of another version. If the button does not work, take everything behind the name of the site off the address.
site-kind-areas = { $n } pages of areas
site-kind-assets = { $n } files for style, letters, words and the map
site-kind-data = { $n } files with areas and figures for the map
site-kind-downloads = { $n } downloads
site-kind-origins = { $n } pages with the origin of a figure
site-kind-pages = { $n } other pages
site-kind-tables = { $n } pages with a table
site-kind-tiles = { $n } map tiles
site-look = Look at the site with `python3 -m http.server -d { $path }`, or open index.html
site-no-origins = The origin of each figure has no page of its own: there would be too many. It is in the downloads and among the sources
site-written = { $path } written: { $n } files, { $size } MB

## Pages of the agenda
page-agenda-nav = Agenda
page-agenda-nav-ledger = Ledger
page-agenda-nav-log = Log
page-agenda-crumb = Agenda
page-agenda-back = Back to the agenda
page-agenda-value-area = AREA
page-agenda-day = { $day } { $n ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
 } { $year }
page-agenda-foot = The log as it stands after { $n ->
    [one] 1 event
   *[other] { $n } events
 }:
page-agenda-foot-log = Look at the log
page-agenda-error-none-title = There is no agenda here yet
page-agenda-error-none = Nothing is agreed in this workspace yet. Begin with a sheet that has the burdens and links of an area in it. Fill it in and read it back.
page-agenda-error-area-title = Nothing is agreed for this area yet
page-agenda-error-area = The agenda has nothing for { $found } yet. Begin with a sheet that has the burdens and links of this area in it. Fill it in and read it back.
page-agenda-error-damaged-title = The log is damaged
page-agenda-error-damaged = The log is not as it was written from line { $found } on. That is why we show nothing of what was agreed. The figures of the areas are still there. This tells you what is wrong:
page-agenda-error-figures = the figures of this area
page-agenda-block-title = What is agreed
page-agenda-block = { $standing }: { $actions } and { $holes }.
page-agenda-block-version = Version { $version } of the agenda, adopted on { $day }
page-agenda-block-not-adopted = An agenda that is not adopted yet
page-agenda-block-look = Look at the agenda
page-agenda-block-holes = What is missing
page-agenda-block-delivery = What came of it
page-agenda-n-actions = { $n ->
    [0] no actions
    [one] 1 action
   *[other] { $n } actions
 }
page-agenda-n-holes = { $n ->
    [0] no holes
    [one] 1 hole
   *[other] { $n } holes
 }
page-agenda-list-kicker = What is agreed
page-agenda-list-title = Area agendas
page-agenda-list-sentence = { $n ->
    [one] One area has an agenda: who does what about which burden, with which money, and what is missing.
   *[other] { $n } areas have an agenda: who does what about which burden, with which money, and what is missing.
 }
page-agenda-list-unknown = The log also has areas that these figures do not know: { $codes }.
page-agenda-list-nowhere = Promises that reached no area
page-agenda-list-more = All of it together
page-agenda-list-ledger = Ledger: all the money, and what of it is unknown
page-agenda-list-log = Log: everything that was written down, with proof that nothing was changed
page-agenda-col-area = area
page-agenda-col-level = level and code
page-agenda-col-burdens = burdens
page-agenda-col-strengths = strengths
page-agenda-col-links = links
page-agenda-col-actions = actions
page-agenda-col-promises = promises
page-agenda-col-targets = targets
page-agenda-col-holes = holes
page-agenda-col-version = version
page-agenda-not-adopted-short = not adopted
page-agenda-col-number = number
page-agenda-col-then = then
page-agenda-col-now = now
page-agenda-col-evidence = note
page-agenda-kicker = What is agreed · { $level } { $code }
page-agenda-standing = Version { $version }, adopted on { $day } by { $by }
page-agenda-reason = Why this version:
page-agenda-no-reason = No reason stands with this version.
page-agenda-to-figures = Figures of this area
page-agenda-to-holes = Look at all holes
page-agenda-to-delivery = What came of it? See by year what was done.
page-agenda-to-ledger = Look at the ledger of this area
page-agenda-matrix-region = Who does what about what: a table that moves sideways
page-agenda-matrix-keys = The arrow keys walk through the cells. Enter opens what is in a cell, Escape goes on below the table.
page-agenda-matrix-total = All amounts in this table are of { $year }, each at its furthest stage. Together, each amount once: { $sum }.
page-agenda-cell = { $row } × { $column }: { $n ->
    [one] 1 action
   *[other] { $n } actions
 }
page-agenda-cell-gap = { $row } × { $column }: { $n } actions, hole
page-agenda-through-link = no action of its own, but through a link
page-agenda-nobody = hole: no organisation
page-agenda-part = { $part } · { $state }
page-agenda-confirmed = confirmed
page-agenda-not-asked = not confirmed
page-agenda-refused = refused
page-agenda-change-asked = change asked
page-agenda-changed-since = confirmed, then changed
page-agenda-residents = Targets for residents
page-agenda-apart = That is why what we did ourselves has a page of its own.
page-agenda-kept-by = This action keeps it:
page-agenda-baseline = Then and now
page-agenda-baseline-sentence = The figures as they were recorded with version { $version }, on { $day }. Beside them what the figures say now.
page-agenda-reply-about = about { $about } · { $day }
page-agenda-reply = { $day }
page-agenda-answer = Answer:
page-agenda-answer-on = { $answer } ({ $day })
page-agenda-changes = What changed
page-agenda-all-pairs = Compare other versions
page-agenda-since-look = Look at what changed
page-agenda-pair = From version { $from } ({ $from-day }) to version { $to } ({ $to-day })
page-agenda-changed-kicker = What changed
page-agenda-changed-title = Agenda of { $name }: what changed
page-agenda-changed-counts = New: { $added }, different: { $changed }, gone: { $gone }.
page-agenda-changed-nothing = Nothing changed.
page-agenda-changed-why = Why there is a new version
page-agenda-changed-added = New
page-agenda-changed-changed = Different
page-agenda-changed-gone = Gone
page-agenda-holes-kicker = What is missing
page-agenda-holes-title = Holes in the agenda of { $name }
page-agenda-holes-by-kind = How many holes of each kind
page-agenda-holes-none = Every burden has an action, every action an owner, a confirmation, money and a target, and every reply an answer.
page-agenda-holes-rule = The rule:
page-agenda-holes-take = To the meeting
page-agenda-holes-type = The list for Word, with room to write who takes it up. Type:
page-agenda-delivery-kicker = Promised and delivered
page-agenda-delivery-title = What came of it in { $name }
page-agenda-delivery-apart = Figures about residents do not stand beside it.
page-agenda-delivery-none = Of no year has it been said yet what came of it.
page-agenda-delivery-counts = How often each word, by year
page-agenda-delivery-promises = Promises
page-agenda-delivery-actions = Actions
page-agenda-said-before = Said before, on { $day }: { $word }. { $why }
page-agenda-worded-before = Before, on { $day }, it said: “{ $words }”
page-agenda-ledger-kicker = Money and posts
page-agenda-ledger-title = Ledger
page-agenda-ledger-of = Ledger of { $name }
page-agenda-ledger-unknown = { $n ->
    [0] All amounts that are named are known.
    [one] One amount or number of posts is unknown. It does not count as nought.
   *[other] { $n } amounts or numbers of posts are unknown. They do not count as nought.
 }
page-agenda-ledger-all = Ledger of all areas, with the same money by domain and by area
page-agenda-ledger-more = More
page-agenda-ledger-areas = By area
page-agenda-layout-title = The same money in two ways
page-agenda-layout-sentence = How many euros there are for each resident with a burden: if each domain keeps its own money, and if the free money goes to the areas with an agenda. Earmarked money cannot move.
page-agenda-log-kicker = Nothing is overwritten
page-agenda-log-title = Log
page-agenda-log-intro = Everything that was agreed, changed or withdrawn stands here, with who said it and when. Each line carries the hash of the line before it. Whoever changes one letter breaks the chain.
page-agenda-log-holds-title = The chain holds
page-agenda-log-holds = { $n ->
    [one] 1 event, checked letter by letter when it was read.
   *[other] { $n } events, checked letter by letter when they were read.
 } This is the hash of the last line:
page-agenda-log-damaged-title = The log is damaged
page-agenda-log-damaged = The log is not as it was written from line { $line } on: { $why }. That is why we show nothing of what was agreed.
page-agenda-damage-form = this line is not as we write it
page-agenda-damage-hash = the hash is not that of what stands there
page-agenda-damage-words = the words are not those that were recorded
page-agenda-damage-chain = this line does not follow the line before it
page-agenda-damage-words-gone = words are missing, and nowhere does it say that they were taken out
page-agenda-damage-act = an act of several lines ends too early
page-agenda-log-check = Check it yourself
page-agenda-log-check-how = The hash also stands in every report. Keep it somewhere else, for instance in the minutes. The second command tells whether the log was only added to since then: a log that was cut or rewritten is found out.
page-agenda-log-check-damaged = This command points at the line. Then put a backup back.
page-agenda-log-events = All events
page-agenda-log-part = Events { $from } to { $to } of { $all }, the newest on top.
page-agenda-log-recorded = written down: { $moment } (UTC)
page-agenda-log-newer = Newer
page-agenda-log-older = Older
page-agenda-log-pages = Pages of the log
page-agenda-col-event = no.
page-agenda-col-day = day
page-agenda-col-what = what
page-agenda-col-by = who
page-agenda-col-hash = hash
page-agenda-field-by = who said it
page-agenda-event-opened = The log begins
page-agenda-event-new = New: { $thing }: { $title }
page-agenda-event-changed = Different: { $thing }: { $title } ({ $fields })
page-agenda-event-withdrawn = Withdrawn: { $thing }: { $title }
page-agenda-event-adopted = Adopted: version { $version } of the agenda of { $area }
page-agenda-event-choice-in = Put into the choice { $choice } by hand: { $area }
page-agenda-event-choice-out = Taken out of the choice { $choice } by hand: { $area }
page-agenda-event-redacted = Text removed from event { $number } ({ $field })
page-agenda-event-reason = Reason: { $reason }
page-agenda-event-taken = (text removed) { $field }, on { $day }. Reason: { $why }
page-agenda-thursday-3 = The promise stands in the agenda of { $area }. An action keeps it: ‘{ $action }’. But neither the promise nor the action has a euro or a post beside it.
page-agenda-thursday-3-nobody = The promise stands in the agenda of { $area }. No action keeps it, and no euro or post stands beside it.
page-agenda-thursday-3-rule = Found like this: of all areas with an agenda, in the order of their codes, the first promise without money that an action keeps.
page-agenda-thursday-4 = This action stands in the agenda of { $area }. Others take part: { $others }. But nobody owns it. Whom do you call when it stops?
page-agenda-thursday-4-alone = The agenda of { $area } has this action, and nobody owns it. Whom do you call when it stops?
page-agenda-thursday-4-of = Action { $action }, works on: { $works-on }
page-agenda-thursday-4-rule = Found like this: of all areas with an agenda, in the order of their codes, the first action without an owner.

## Agenda: things and fields
agenda-noun-burden = burden
agenda-noun-link = link
agenda-noun-promise = promise
agenda-noun-organisation = organisation
agenda-noun-action = action
agenda-noun-capacity = money or posts
agenda-noun-target = target
agenda-noun-delivery = delivery
agenda-noun-confirmation = confirmation
agenda-noun-reply = residents' reply
agenda-field-action = action
agenda-field-answer = answer
agenda-field-answered = answered on
agenda-field-about = about
agenda-field-area = area
agenda-field-areas = areas
agenda-field-baseline = baseline
agenda-field-baseline-period = period of the baseline
agenda-field-burden = burden
agenda-field-deadline = by
agenda-field-domain = domain
agenda-field-due = due in
agenda-field-earmark = earmarked for
agenda-field-euros = euros
agenda-field-evidence = how sure
agenda-field-from = from
agenda-field-funders = funders
agenda-field-indicator = indicator
agenda-field-library = from the library
agenda-field-name = name
agenda-field-named-money = money that its words name
agenda-field-note = note
agenda-field-of = of
agenda-field-organisation = organisation
agenda-field-outcome = outcome
agenda-field-owners = owners
agenda-field-partners = partners
agenda-field-posts = posts
agenda-field-promise = promise
agenda-field-role = role
agenda-field-side = burden or strength
agenda-field-source = source
agenda-field-source-kind = kind of source
agenda-field-stage = stage
agenda-field-stands-for = stands for
agenda-field-to = to
agenda-field-unit = unit
agenda-field-until = until
agenda-field-value = value to reach
agenda-field-why = reason
agenda-field-words = in own words
agenda-field-works-on = works on
agenda-field-year = year
agenda-word-agreement = agreement
agenda-word-assumed = assumed
agenda-word-burden = burden
agenda-word-changed = change asked
agenda-word-committed = committed
agenda-word-confirmed = confirmed
agenda-word-council = council decision
agenda-word-document = document
agenda-word-done = done
agenda-word-dropped = dropped
agenda-word-funder = funder
agenda-word-late = late
agenda-word-moderate = fairly well known
agenda-word-owner = owner
agenda-word-partly = partly
agenda-word-partner = partner
agenda-word-planned = planned
agenda-word-refused = refused
agenda-word-rewritten = rewritten
agenda-word-spent = spent
agenda-word-strength = strength
agenda-word-strong = well known
agenda-word-weak = weak
agenda-euros-unknown = { $n ->
    [one] 1 amount unknown
   *[other] { $n } amounts unknown
 }
agenda-posts-unknown = { $n ->
    [one] posts unknown
   *[other] posts unknown { $n } times
 }
agenda-posts = { $posts } FTE
agenda-not-there = { $id } (no longer in the agenda)
agenda-nothing = nothing
agenda-removed = (text taken out)
agenda-unknown = unknown

## Agenda: holes
hole-burden-not-named = burden not on the agenda
hole-burden-not-named-why = Figures put this area in the worst fifth for { $domain }. The agenda names no burden for it.
hole-burden-not-named-rule = Figures put the area in the worst fifth of a domain, and no burden of the agenda has that domain.
hole-burden-without-action = burden without action
hole-burden-without-action-why = No action works on this burden, nor on a link that it is an end of.
hole-burden-without-action-rule = No action names the burden, nor a link that the burden is an end of.
hole-link-without-action = link without action
hole-link-without-action-why = One burden feeds the other, and no action is aimed at that.
hole-link-without-action-rule = No action names the link.
hole-link-owners-apart = link with two owners and no joint action
hole-link-owners-apart-why = Both ends are worked on, by different owners ({ $organisations }). No action brings them together.
hole-link-owners-apart-rule = Both ends have owners, none in common, and no action on the link, or on both ends, has an owner of each side in it.
hole-action-without-burden = action without burden
hole-action-without-burden-why = The action names no burden, strength or link that stands on the agenda.
hole-action-without-burden-rule = The action names no burden, strength or link that still stands on the agenda.
hole-action-without-owner = action without owner
hole-action-without-owner-why = Nobody owns this action.
hole-action-without-owner-rule = The action names no organisation that owns it.
hole-action-not-confirmed = action not confirmed
hole-action-not-confirmed-not-asked = { $organisation } has not yet said that this is right.
hole-action-not-confirmed-refused = { $organisation } has refused.
hole-action-not-confirmed-change-asked = { $organisation } asks for a change.
hole-action-not-confirmed-changed-since = { $organisation } confirmed an earlier wording. The action was changed since.
hole-action-not-confirmed-rule = An organisation in the action has not confirmed it as it reads now.
hole-action-without-money = action without money
hole-action-without-money-why = No euros and no posts stand with this action.
hole-action-without-money-rule = No euros and no posts name the action. An unknown amount is no hole: it counts as unknown.
hole-action-without-target = action without target
hole-action-without-target-why = Nothing says when this action has succeeded.
hole-action-without-target-rule = No target names the action, or a burden that it works on.
hole-action-doubled = doubled action
hole-action-doubled-why = ‘{ $action }’ and ‘{ $other }’ look alike. They have different owners and work on the same thing: { $subject }.
hole-action-doubled-rule = Two actions of different owners work on the same thing, and at least half of the words in their names are the same. A person decides whether it is double.
hole-target-not-measurable = target that cannot be measured
hole-target-not-measurable-no-indicator = The target names no indicator.
hole-target-not-measurable-unknown-indicator = There are no figures here of the indicator that the target names.
hole-target-not-measurable-no-value = The target names no value to reach.
hole-target-not-measurable-no-deadline = The target names no day by which it must be reached.
hole-target-not-measurable-rule = The target has no indicator of this workspace, no value or no day.
hole-target-on-model = target on a modelled figure
hole-target-on-model-why = This figure was estimated by a model from other figures. It shows no change in this area, and does not count as evidence.
hole-target-on-model-rule = The indicator of the target was estimated by a model: refused as evidence of change.
hole-money-without-action = money without action
hole-money-without-action-why = { $amount } stands with no action at all.
hole-money-without-action-rule = Euros or posts name no action that stands on the agenda.
hole-strength-unused = strength nobody builds on
hole-strength-unused-why = No action builds on what goes well here.
hole-strength-unused-rule = No action names the strength.
hole-promise-without-action = promise without action
hole-promise-without-action-why = No action in this area keeps this promise.
hole-promise-without-action-rule = No action of the area belongs to the promise.
hole-promise-without-money = promise without money
hole-promise-without-money-why = Something was promised, and no euros and no posts stand with it.
hole-promise-without-money-only-named = The words name { $named }; nothing of it stands in the agenda of this area: not for this promise, and not for an action that keeps it.
hole-promise-without-money-rule = No euros and no posts name the promise, or an action that keeps it.
hole-promise-without-area = promise without area
hole-promise-without-area-why = This promise names no area at all.
hole-promise-without-area-rule = The promise names no area.
hole-reply-without-answer = reply without answer
hole-reply-without-answer-why = Residents said something, and there is no public answer yet.
hole-reply-without-answer-rule = A resident's reply has no public answer.
holes-title = Holes in { $name }
holes-subtitle = what comes together and nobody takes up, and what was agreed and hangs in the air; as of { $day }
holes-summary = { $n ->
    [0] No holes: all that was agreed says who, with what and what for.
    [one] One hole: { $most }.
   *[other] { $n } holes. Most of them: { $most }.
 }
holes-caption = The holes
holes-column-kind = what is missing
holes-column-about = what it is about
holes-column-why = why
holes-column-who = who takes it up, when
holes-rules = When something is a hole
holes-note = A hole says what is not written down. It says nothing of how well anybody works. What was not confirmed may well be done; then it should stand here.
holes-of-area = { $name } ({ $code }): { $n ->
    [0] no holes
    [one] 1 hole
   *[other] { $n } holes
 }
holes-no-agenda = Nothing has been agreed for this area yet.
holes-none-at-all = No holes were found.

## Agenda: tables
matrix-caption = Who does what about what in { $name }
matrix-column-what = burden, link or strength
matrix-kind-burden = burden
matrix-kind-link = link
matrix-kind-strength = strength
matrix-kind-none = loose
matrix-nothing = actions that name no burden
matrix-nobody = nobody named
matrix-row-hole = { $title } (hole: no action)
matrix-caption-year = Who does what about what in { $name }; money of { $year }, in the stage that is furthest
confirmations-caption = What partners said
confirmations-column-action = action
confirmations-column-organisation = organisation
confirmations-column-answer = answer
confirmations-column-words = by whom, when, in which words
annex-confirmations = What partners said
matrix-hole = hole: no action
matrix-shared = { $sum } (also stands in another row)
matrix-role-owner = O
matrix-role-partner = P
matrix-role-funder = F
matrix-legend = O = owner, P = partner, F = funder. The names of a1, a2 and so on stand in the list of actions. Money with a * also stands in another row and counts once.
layout-basis-none = no figure counts residents for this
actions-caption = Actions
actions-column-action = action
actions-column-works-on = works on
actions-column-owner = owner
actions-column-partners = partners
actions-column-money = money and posts
actions-column-until = until
actions-no-burden = hole: no burden
actions-no-owner = hole: no owner
actions-no-money = hole: no money
targets-caption = Targets
targets-column-target = target
targets-column-of = belongs to
targets-column-indicator = indicator
targets-column-baseline = baseline
targets-column-value = value to reach
targets-column-deadline = by
targets-column-today = now
targets-no-indicator = hole: no indicator
targets-unknown-indicator = hole: no figures of this indicator
targets-no-value = hole: no value
targets-no-deadline = hole: no day
targets-model = modelled figure: no evidence
links-caption = Links: what feeds what
links-column-link = link
links-column-how = how
links-column-evidence = how sure
links-column-source = source
links-column-actions = actions
links-no-action = hole: no action
replies-caption = What residents said
replies-column-words = reply
replies-column-about = about
replies-column-day = day
replies-column-answer = public answer
replies-no-answer = hole: no answer
delivered-caption = Promised and done, by year
delivered-column-promise = promise or action
delivered-withdrawn = withdrawn on { $day }: { $reason }
delivered-nothing-said = nothing said
changes-caption = What changed
changes-column-what = what
changes-column-field = field
changes-column-before = was
changes-column-after = is
changes-added = new
changes-gone-because = gone, because
changes-gone = gone
changes-changed = changed

## Agenda: plans that go to and fro
plan-template-title = Plan for { $name }
plan-template-1 = This is a plan to fill in. The burdens that figures show are in it, with the links between them that are known. Take out what does not matter here, and add what is missing.
plan-template-2 = You may move columns and leave them empty. Keep the column ‘nr’: by it Kapstok knows what was there. If you do not know an amount, type: unknown.
plan-template-3 = Back into the agenda: kapstok agenda import DIR plan.xlsx --dry-run shows first what would change.
plan-export-title = Agenda of { $name }
plan-export-1 = This is the agenda as the log has it now.
plan-export-2 = If you change anything, keep the column ‘nr’: by it Kapstok knows what was there.
plan-export-3 = Back into the agenda: kapstok agenda import DIR file.xlsx --dry-run shows first what would change.
plan-ask-title = Is this right? Actions of { $name }
plan-ask-1 = The next sheet has the actions that you have a part in.
plan-ask-2 = Choose an answer for each action: confirmed, changed or refused. Say for which role you answer; a name is not needed.
plan-ask-3 = If an amount or a day is not right, put what it should be in the last columns.
plan-ask-4 = Send the file back. What you leave empty stays open.
plan-asked = { $path } written: { $n } { $n ->
    [one] action
   *[other] actions
 } of { $name }
import-done = { $n } { $n ->
    [one] change
   *[other] changes
 } from { $file } in the log. Head: { $head }
import-nothing = nothing changed: what is in { $file } is in the agenda. Head: { $head }
import-would = { $n ->
    [0] nothing would change
    [one] 1 thing would change; nothing was written
   *[other] { $n } things would change; nothing was written
 }
import-not-in-file = { $n ->
    [one] 1 thing is in the agenda and not in this file. It stays; --withdraw-missing REASON takes it out
   *[other] { $n } things are in the agenda and not in this file. They stay; --withdraw-missing REASON takes them out
 }
import-forms-comment = How columns of your plans were understood. You may change this: on the left the title, on the right what it holds.
failure-not-found-partner = no organisation in the agenda is called `{ $found }`
    hint: did you mean `{ $nearest }`?
failure-not-found-partner-actions = `{ $found }` has no actions
failure-not-found-column = `{ $found }` does not say what a column holds
    hint: type `--column "Owner=owners"`
failure-not-found-by = it is not said who says so
    hint: type `--by secretary`

## Agenda: ledger
ledger-caption = The money: who pays what, for what, when
ledger-column-area = area
ledger-column-domain = domain
ledger-column-source = who pays
ledger-column-year = year
ledger-column-stage = stage
ledger-column-earmark = earmarked for
ledger-column-euros = euros
ledger-column-posts = posts
ledger-several = several domains
ledger-no-domain = domain unknown
ledger-no-source = nobody named
ledger-total = total
ledger-unknown = { $n ->
    [one] unknown
   *[other] unknown { $n } times
 }
ledger-known-and-unknown = { $n ->
    [one] { $euros } + unknown once
   *[other] { $euros } + unknown { $n } times
 }
layout-caption = The same money, by domain and by area: { $year }, { $stage }
layout-column-domain = domain
layout-column-euros = euros
layout-column-earmarked = of which earmarked
layout-column-residents = residents with this burden, everywhere
layout-column-each = euros per resident
layout-column-inside = of them in areas with an agenda
layout-column-basis = how counted
layout-by-area = free money, by area
layout-by-area-basis = all burdens of the areas with an agenda together
layout-basis-share = share times people
layout-basis-worst = residents of the worst fifth
layout-areas-unknown = { $n ->
    [one] 1 area unknown
   *[other] { $n } areas unknown
 }
layout-sentence = Of { $total }, { $earmarked } is earmarked: that stays with its domain. { $free } is free. Laid out by domain, the free money is there for all residents with that burden, wherever they live. Laid out by area, it is there for the residents of { $areas }, for all their burdens; the others then get none of it.
layout-several = { $euros } is for several domains at once. No rule of ours splits it: it is laid out by area only.
layout-without-domain = Of { $euros } it is not known which domain it is for. It is laid out nowhere.
layout-unknown = { $n ->
    [one] One amount is unknown. It is laid out nowhere.
   *[other] { $n } amounts are unknown. They are laid out nowhere.
 }
layout-not-persons = ‘Residents of the worst fifth’ are all residents of the areas where the burden is largest. Who has two burdens counts in both: these are not persons. And this is arithmetic over what is written down: it says nothing of what the money brings about.

## Agenda: papers for the council
document-invented = INVENTED EXAMPLE
document-foot = log: { $events } events, { $head } · figures: { $data }
annex-title = Area agenda { $name }
annex-subtitle = annex for the council; as of { $day }
annex-adopted = Adopted as { $version } on { $day } by { $by }.
annex-adopted-reason = Reason: { $reason }.
annex-adopted-data = Rests on figures { $data }.
annex-not-adopted = This agenda has not been adopted yet.
annex-none = Nothing stands here in the agenda.
annex-matrix = Who does what about what
annex-matrix-sentence = Each row is a burden, a link or a strength; each column an organisation. Where it says ‘hole’ nobody works on it.
annex-links = Links
annex-links-sentence = One burden feeds another. How sure that is, and who says so, stands beside it. It does not say that it holds for everybody here.
annex-actions = Actions
annex-targets = Targets
annex-targets-sentence = Targets are about what happens to residents. That is nobody's alone: a figure that changes was not for that reason changed by an action.
annex-money = Money and posts
annex-money-sentence = Planned, committed and spent are stages of the same money. They are not added up. What is unknown stands there as unknown.
annex-delivered = Promised and done
annex-delivered-sentence = This is about our own work: what was promised, and what came of it.
annex-holes = Holes
annex-replies = Residents' replies
annex-changes = Changed with the last adoption
annex-since = Changed since the last adoption
annex-since-sentence = This has not been adopted yet.
report-subtitle = { $level } { $code }; { $residents } residents; as of { $day }
report-worry-figure = { $label }: { $words }, { $period } [{ $source }]
report-good = What goes well
report-good-rule = { $n } of { $compared } compared figures are better than in three quarters of all { $levels }.
report-good-none = None of { $compared } compared figures is better than in three quarters of all { $levels }.
report-good-caption = Figures that are favourable here
report-strengths-agreed = { $n ->
    [one] The agenda names as a strength: { $names }.
   *[other] The agenda names as strengths: { $names }.
 }
report-together = What comes together
report-together-larger = { $n ->
    [0] In { $stacked } of the { $all } { $levels } two or more burdens come together. For no domain do half of the residents live in the worst fifth.
   *[other] In { $stacked } of the { $all } { $levels } two or more burdens come together. Half or more of the residents live in { $levels } in the worst fifth for: { $domains }.
 }
report-together-caption = One figure for each domain
report-more-domains = { $n ->
    [one] One more domain stands on the page of the area.
   *[other] { $n } more domains stand on the page of the area.
 }
report-no-recipe = No recipe counts here which burdens come together.
report-column-figure = figure
report-column-here = here
report-column-middle = middle area
report-column-source = period, kind [source]
report-agreed = What is agreed
report-adopted = Adopted as { $version } on { $day }.
report-promised = Promised
report-no-actions = There are no actions yet.
report-more-promises = { $n ->
    [one] One more promise stands in the annex.
   *[other] { $n } more promises stand in the annex.
 }
report-more-actions = { $n ->
    [one] One more action stands in the annex.
   *[other] { $n } more actions stand in the annex.
 }
report-missing = What is missing
report-more-holes = { $n ->
    [one] One more hole stands in the list of holes.
   *[other] { $n } more holes stand in the list of holes.
 }
report-sources = Sources: { $list }
ledger-title = Ledger { $name }
ledger-subtitle = who pays what, for what; as of { $day }
layout-title = The same money in two layouts
paper-printed = { $path } written: { $n } { $n ->
    [one] page
   *[other] pages
 }
paper-written = { $path } written
failure-not-found-hash = `{ $found }` is no hash: that has 64 signs, digits and the letters a to f
    hint: the hash stands at the foot of each paper, and behind `Head:`
failure-not-found-paper = `{ $found }` does not say in which form
    hint: let the name end in one of: { $nearest }

## Documents: Word, workbook, print

document-page = Page { $page } of { $pages }
document-read-me = Read me
document-table = Table { $number }
document-table-on = Table ‘{ $caption }’: on sheet ‘{ $sheet }’

## Months
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# --- SPACE

help-space = Statistics of a map: do neighbours resemble each other, and where
help-space-file = A map with one row per area: .fgb, .gpkg or .geojson
help-space-stat = moran, local-moran, gi, gi-star, scan or classes
help-space-value = The column with the figure of each area
help-space-cases = The column with events or cases: with --population it gives rates, and a scan needs it
help-space-population = The column with residents
help-space-code = The column with the code of each area; without it, the first in which every area has its own
help-space-missing = A text that stands for no figure; may be given more than once
help-space-weights = Who is a neighbour: queen, rook, knn:8, within:1.0 (in the unit of the map) or a .gal file; without it, queen
help-space-permutations = How many permutations or simulations; without it, 999
help-space-seed = Seed of the random numbers; without it, 1
help-space-rate = The share of flagged areas that may be chance; without it, 0.05
help-space-largest = The largest circle of a scan, as a share of all residents; without it, 0.5
help-space-classes = How many classes; without it, 5
help-space-gal = Also write the neighbours to this .gal file
help-space-onto = Another map: bring figures of the first map to its areas, by the land they have in common
help-space-onto_code = The column with the code of each area of the other map; without it, the first in which every area has its own
help-space-count = A column with counts, such as residents: each area gives the part that its land there is; may be repeated
help-space-share = A column with shares, rates or means: each area gets the mean of what lies there; may be repeated
help-space-weight = The column with the count by which --share is weighted, such as residents; without it, by land
help-space-least = Which part of an area must be covered by areas with a figure; without it, 0.95
help-value-stat = STATISTIC
help-value-value = COLUMN
help-value-cases = COLUMN
help-value-population = COLUMN
help-value-code = COLUMN
help-value-missing = TEXT
help-value-weights = NEIGHBOURS
help-value-permutations = N
help-value-rate = SHARE
help-value-largest = SHARE
help-value-classes = N
help-value-gal = FILE.gal
help-value-onto = MAP
help-value-onto_code = COLUMN
help-value-count = COLUMN
help-value-share = COLUMN
help-value-weight = COLUMN
help-value-least = SHARE
space-areas = { $n } areas, { $missing } without a figure: they take no part
space-islands = { $n } { $n ->
    [1] island
   *[other] islands
}, in the mean but without neighbours, so without a statistic of { $n ->
    [1] its
   *[other] their
} own: { $areas }
space-flagged = { $n } { $n ->
    [1] area is
   *[other] areas are
} flagged at a false discovery rate of { $rate }; p by { $number } permutations, one-sided and folded
space-more-permutations = with { $number } permutations no p can be small enough to be flagged unless { $n } areas have the smallest one: type more, as --permutations 9999
space-scanned = { $n } { $n ->
    [1] circle
   *[other] circles
} with p at most { $rate }; { $missing } areas left out for want of cases, residents or a boundary
space-classes = { $n } classes, up to { $ends }; goodness of fit { $fit }
space-not-clean = on this map areas lie beside each other without having the same points, so some neighbours are not seen; try --weights within:{ $distance }
space-onto = { $n } areas on { $of } others: { $pairs } pairs have land in common. Assumed: what an area counts lies evenly over its land
space-onto-count = { $name }: { $all } on the first map, of which { $lost } is in no area with a figure; { $without } of { $of } areas without a figure, for areas with one cover less than { $least } of them
space-onto-count-overlap = { $name }: { $all } on the first map, and together { $lost } more on the second: areas of the second map overlap, and each counts what lies there; { $without } of { $of } areas without a figure, for areas with one cover less than { $least } of them
space-onto-share = { $name }: mean by { $weight ->
    [land] land
   *[other] `{ $weight }`
}; { $without } of { $of } areas without a figure, for areas with one cover less than { $least } of them, or nobody counts there
K0700 = this file has no boundaries of areas
    .hint = give a map: .fgb, .gpkg or .geojson with one row per area
    .explain = Statistics of neighbours need to know who touches whom. That stands in the boundaries, and this file has none.
K0701 = no column `{ $found }` on the map
    .hint = did you mean `{ $nearest }`? All columns: `kapstok columns { $file }`
    .explain = A column that was typed behind `kapstok space` is not in the file.
K0702 = `{ $found }` is not a number
    .hint = if it stands for no figure, add --missing "{ $found }"
    .explain = A cell of a column that must hold numbers holds something else. Kapstok does not guess: a mark such as -99997 or a point would become a figure.
K0703 = `{ $found }` does not say who is a neighbour
    .hint = type --weights queen, rook, knn:8, within:1.0 or the name of a .gal file
    .explain = Queen is who has a point in common, rook who has a piece of border in common, knn:8 the eight nearest centres, within:1.0 who comes within that distance in the unit of the map. A .gal file is a list of neighbours that GeoDa, PySAL and R write.
K0704 = this list of neighbours cannot be read or written: `{ $found }`
    .hint = a .gal file begins with the number of areas; then for each its code, its number of neighbours, and their codes
    .explain = A .gal file has one form. A count that does not fit, an area that stands twice or a neighbour without a line of its own would give a wrong map, so nothing is computed. Codes with a blank in them cannot be written.
K0705 = area `{ $found }` is not in the other of the two: map and list of neighbours
    .hint = { $nearest ->
        [none] make the list again from this map, with --gal
       *[other] the nearest code on the map is `{ $nearest }`; is the list of another year, or of another column than --code?
    }
    .explain = A list of neighbours and a map must have the same areas under the same codes.
K0706 = this statistic cannot be computed: { $reason ->
        [few] fewer than four areas have a figure
        [same] all areas have the same figure
        [neighbours] no area with a figure has a neighbour with a figure
        [below] a figure is below 0
       *[other] the figures do not fit the map
    }
    .hint = look at the column with `kapstok columns { $file }`, or choose other neighbours with --weights
    .explain = Whether neighbours resemble each other can be asked only where figures differ and areas have neighbours.
K0707 = it is not said what to compute with
    .hint = type --value COLUMN, or --cases COLUMN --population COLUMN for rates; a scan needs the last two
    .explain = A statistic of one figure needs one column. Rates and scans need two: events and residents.
K0708 = { $found ->
        [none] in no column each area has a code of its own
       *[other] in column `{ $found }` an area has no code, or two have the same
    }
    .hint = name the column with --code; all columns: `kapstok columns { $file }`
    .explain = What comes out is a row per area, so every area needs a code of its own.
K0709 = the map cannot be scanned: { $reason ->
        [crs] its coordinates are in a system that is not known here
        [share] the largest circle must hold more than 0 and at most 0.5 of all residents
        [cases] there are no cases, or more than two thousand million
        [figure] cases are no whole number from 0, residents are below 0, or there are cases without residents
        [points] there are more points in the boundaries than can be counted
       *[other] the columns do not fit the map
    }
    .hint = look at both columns with `kapstok columns { $file }`, and at --largest
    .explain = The scan counts cases against residents. It needs whole cases and residents that can have them.
K0795 = it is not said which figures go to the other map
    .hint = type --count COLUMN for numbers of people or homes, --share COLUMN for shares, rates and means
    .explain = A count is divided over the areas in which it lies, a share is not: half an area has half its residents, and the same share. Kapstok does not guess which of the two a column is.
K0796 = the two maps cannot be laid on each other: { $reason ->
        [crs] their coordinates are in different systems, of which one is not known here
        [place] a point has no place in that system
       *[land] they have no land in common
    }
    .hint = look at both maps, and bring them to one coordinate system if they are not
    .explain = Land in common can be measured only where both maps are of the same land and it is known how their coordinates belong together.
K0797 = `{ $found }` is below 0 and cannot be a weight
    .hint = name a column with counts behind --weight, such as residents
    .explain = A weight says for how many people or homes a share counts. It is 0 or more.
# --- STEPS
step-factor = what { $parts } have in common: one factor by maximum likelihood, with `{ $positive }` pointing up
step-healthy-years = { $give ->
    [lower] lower end of the { $percent } % interval of the years
    [upper] upper end of the { $percent } % interval of the years
    [standard-error] standard error of the years
   *[value] years
 } in good health that a person of { $age } may expect, from { $n } age groups (Sullivan); none with fewer than { $people } people
step-impute = `{ $in }`, and where it is missing the mean of { $of ->
    [level] the known figures of the same { $level }
   *[all] all known figures
 }
    .maths = { $out } = { $in }, else mean({ $in })
step-life-expectancy = { $give ->
    [lower] lower end of the { $percent } % interval of the years
    [upper] upper end of the { $percent } % interval of the years
    [standard-error] standard error of the years
   *[value] years
 } that a person of { $age } may expect to live, from { $n } age groups (Chiang II); none with fewer than { $people } people
step-normal-score = place of `{ $in }` on the normal curve, the highest figure highest; { $ties ->
    [min] ties share the lowest number
    [mean] ties share the mean number
   *[max] ties share the highest number
 }
step-shrink = { $give ->
    [standard-error] standard error of the rate of `{ $in }` among `{ $population }`, drawn
   *[value] the rate of `{ $in }` among `{ $population }`, drawn
 } to the mean m of { $of ->
    [level] the same { $level }
   *[all] all areas
 }, the more so the fewer people p there are
step-winsorise = `{ $in }`, with the outermost figures drawn in, at most { $n }, until skewness is below { $skewness } or kurtosis below { $kurtosis }; failing that { $otherwise ->
    [logarithm] the logarithm
   *[leave] as it came
 }
    .maths = { $out } = drawn in({ $in })
# --- GAP

help-gap = Work out how chosen areas differ, and whether they grow apart
help-gap-areas = A file with a column of codes of areas
help-gap-indicator = Id of an indicator; may be repeated
help-gap-against = Against what: rest, municipality (the same one) or matched (areas like them); may be repeated
help-gap-match_on = Id of a figure in which the areas must be alike; may be repeated
help-gap-from_period = The first period
help-gap-to_period = The last period
help-gap-seed = The number that the draws follow from; the same number gives the same outcome
help-gap-essay = Say what these figures say of each statement of the essay
help-gap-detectable = An area and an indicator: how large must a change be to be seen?
help-gap-target = A target to hold that against
help-gap-json = Print the same as JSON
help-value-areas = FILE
help-value-against = WHAT
help-value-match_on = INDICATOR
help-value-from_period = PERIOD
help-value-to_period = PERIOD
help-value-detectable = AREA INDICATOR
help-value-target = NUMBER

gap-head = { $chosen } chosen areas of { $all } (level: { $level })
gap-figure = { $label }, { $period } ({ $kind }): chosen areas { $chosen }
gap-against-rest = against all others
gap-against-municipality = against the municipality
gap-against-matched = against areas like them
gap-range = ({ $lower } to { $upper })
gap-part = here over { $n } chosen areas, together { $value }
gap-times = { $value } times
gap-outcome-higher = higher
gap-outcome-similar = no difference seen
gap-outcome-lower = lower
gap-outcome-cannot-be-compared = cannot be compared
gap-trend-higher = rises more, or falls less
gap-trend-similar = no difference in change seen
gap-trend-lower = falls more, or rises less
gap-trend-cannot-be-compared = cannot be compared
gap-because-no-figure = there is no figure
gap-because-no-others = there are no other areas to compare with
gap-because-no-municipality = this level lies in no municipality
gap-because-modelled = the figure is an estimate of a model; it comes without its uncertainty, and shows no change
gap-because-no-margins = how uncertain the figure is, is not known
gap-because-few-periods = there are too few periods
gap-because-few-areas = there are too few other areas with a figure in every period (at least { $needed })
gap-because-few-in-municipality = there are too few other areas in the municipality of a chosen area (at least { $needed })
gap-because-protected = a protected trait is no outcome
gap-because-count = a count grows with the area; compare a share
gap-because-not-at-level = there are no figures at this level
gap-because-match-protected = a protected trait does not make areas alike
gap-because-match-modelled = the figure is an estimate of a model, made from other figures
gap-because-match-known = it is known in fewer than four in five areas, up to the first period that is compared
gap-because-match-domain = not for figures of its own domain: areas that are alike in an outcome do not differ in it
gap-refused = { $found }: not compared; { $reason }
gap-not-matched-on = { $found }: areas are not matched on this; { $reason }
gap-slopes = From the least to the most burdened areas (ranked by { $indicator }): difference between both ends
gap-trends = Change per year: number of other areas, chosen, others, difference after correction for the start
gap-trend-part = here over { $n } chosen areas
gap-alarms = The same test on { $sets } drawn sets of areas that were not chosen: { $share } % false alarms (5 % is what is stated).
gap-matches = Areas like them, for { $domain }: { $n } pairs, { $alone } chosen areas without. Difference in standard deviations before and after, and ratio of variances:
gap-matches-named = Areas like them: { $n } pairs, { $alone } chosen areas without. Difference in standard deviations before and after, and ratio of variances:
gap-matches-change = Areas like them, for the change of { $domain }: { $n } pairs, { $alone } chosen areas without. Difference in standard deviations before and after, and ratio of variances:
gap-matches-change-named = Areas like them, for the change: { $n } pairs, { $alone } chosen areas without. Difference in standard deviations before and after, and ratio of variances:
gap-foot = In brackets: where the difference lies, with 95 % confidence. Draws: { $seed }. A difference does not say what it comes from.

K0720 = `{ $found }` is no area of this workspace
    .hint = did you mean `{ $nearest }`?
    .explain = Every code of the list must be an area of the current build. A code of another map may be gone: see the year of the map at an area. Nothing is worked out while a code is unknown, for a list with a slip gives another answer.
K0721 = `{ $found }` stands in the list twice
    .hint = take the line out; the area counts once
    .explain = An area counts once, however often it stands in the list.
K0722 = `{ $found }` is of level { $level }; the other areas are of level { $expected }
    .hint = keep areas of one level in one list
    .explain = Chosen areas are compared with areas of the same level. A district and its neighbourhoods in one list would count twice.
K0723 = no area in this list can be compared
    .hint = put the codes in a column, one per line, as in `kapstok export files`
    .explain = The column of codes is found by the codes themselves. With no known code in it, or too few residents in every area, there is nothing to compare.
K0724 = `{ $found }` has too few residents to show a figure, and takes no part
    .hint = the area stays your choice; only its figures are not counted
    .explain = No figure of an area with too few residents leaves the build, nor as a part of a mean.

detectable-now = { $label } in { $name }: { $value } ({ $period }), of { $people } persons or households.
detectable-now-unknown = { $label } in { $name }: { $value } ({ $period }).
detectable-seen = Only when the figure reaches { $seen }, or goes beyond, can the change here be told from chance.
detectable-never = In an area of this size not even the largest possible { $way ->
    [down] fall of the figure
   *[up] rise of the figure
 } can be told from chance.
detectable-target-seen = A target of { $target } lies far enough: if it is met, that will be seen four times out of five.
detectable-target-not = A target of { $target } can be met here without the figures showing it.
detectable-not = { $label } in { $name }: how large a change must be cannot be said here; { $reason }.
targets-column-seen = seen from
targets-seen = { $value }
targets-not-seen = only from { $value }: this target cannot be seen here
targets-never-seen = never to be seen in an area of this size
page-thursday-6-of = Target { $id } of the agenda
page-thursday-6-rule = Found so: the first target, by area, that can be met without the figures showing it. Chance to see what is not there: 5 %. Chance to see what is there: 80 %.

worry-title = Worry or not?
worry-level-title = How do things stand?
worry-level = { $n ->
    [0] None of the { $of } figures is less good here than in { $name }.
    [1] { $n } of the { $of } figures is less good here than in { $name }.
   *[other] { $n } of the { $of } figures are less good here than in { $name }.
 }
worry-level-none = There is no figure to compare this with.
worry-level-figure = { $value } ({ $name }: { $nation })
worry-all = all { $levels } together
worry-similar-title = Is it really different from areas like it?
worry-similar-worse = { $n ->
    [one] 1 figure is really less good.
   *[other] { $n } figures are really less good.
 }
worry-similar-better = { $n ->
    [one] 1 figure is really better.
   *[other] { $n } figures are really better.
 }
worry-similar-none = We see no real difference.
worry-similar-higher = { $size } higher (between { $lower } and { $upper })
worry-similar-lower = { $size } lower (between { $lower } and { $upper })
worry-change-title = Has anything really changed?
worry-change-worse = { $n ->
    [one] 1 figure really became less good.
   *[other] { $n } figures really became less good.
 }
worry-change-better = { $n ->
    [one] 1 figure really became better.
   *[other] { $n } figures really became better.
 }
worry-change-none = We see no real change.
worry-change-up = { $size } higher than in { $since } (between { $lower } and { $upper })
worry-change-down = { $size } lower than in { $since } (between { $lower } and { $upper })
worry-points = { $value } percentage points
worry-cannot = { $n ->
    [one] Of 1 figure we cannot say so.
   *[other] Of { $n } figures we cannot say so.
 }
worry-age-title = How old are the figures?
worry-age = The oldest figure is about { $oldest }, the newest about { $newest }.
worry-age-one = All figures are about { $newest }.
worry-agreed-title = What has been agreed?
worry-agreed = { $n ->
    [0] There is an agenda, as yet without actions.
    [one] 1 action has been agreed.
   *[other] { $n } actions have been agreed.
 }
worry-agreed-nothing = Nothing has been agreed here for this area yet.
worry-agreed-no-log = This workspace holds no agreements.
worry-rule = One figure speaks for each subject. ‘Really’ is: more than chance, with 95 % confidence. { $n ->
    [0] There are no other areas that it could be like.
    [1] We compare with the one area that is most like it. For that we look at the figures of the other subjects.
   *[other] We compare with the { $n } areas that are most like it. For that we look at the figures of the other subjects.
 } Where the country has no figure of its own, the mean of all areas stands there. A figure that was only worked out, and not counted, shows no difference. It shows no change either.

essay-s2a = People there live years longer in poor health, and die years earlier
essay-s2a-holder = CBS, from its registers of deaths and residents
essay-s2b = They stay away from screening
essay-s2b-holder = RIVM
essay-s2c = Chronic illness is twice as common there
essay-s2c-holder = RIVM and the municipal health services
essay-s3a = Poverty brings stress and debt, and takes the strength to manage
essay-s3a-holder = CBS and the municipality
essay-s3b = One problem brings the next
essay-s3b-holder = the literature; the agenda names the source of each link
essay-s3c = There are more problems with work, and twice as much violence at home
essay-s3c-holder = police and Veilig Thuis
essay-no-figure = no figure here; holder: { $holder }
essay-figure = { $label }: { $chosen } against { $others } elsewhere, { $ratio } times as much ({ $lower } to { $upper }); { $period }, { $kind }, { $source }
essay-figure-modelled = { $label }: { $chosen } against { $others } elsewhere, { $ratio } times as much; a modelled estimate, so without margins; { $period }, { $kind }, { $source }
essay-figure-unsure = { $label }: { $chosen } against { $others } elsewhere; how uncertain that is, is not known; { $period }, { $kind }, { $source }
statements-title = The essay beside the figures
statements-nav = Statements and figures
statements-lede = In 2022 an essay on the area approach appeared. Beside each statement on differences stands what the figures say. Where there is no figure, it says who holds it.
statements-compared = { $number } chosen { $levels } were compared with all other { $levels }.
statements-choice = How they were chosen stands at
statements-table = table: { $label }
statements-missing-title = No areas have been chosen yet
statements-missing = These statements are about chosen areas against the others. This workspace has no choice yet. So it only says here which figures there are.
statements-none-shown-title = There are no chosen areas to compare
statements-none-shown = These statements are about chosen areas against the others. There is a choice, but no chosen area shows figures here. So it only says here which figures there are.
statements-known = There is a figure here of: { $names }. There are no chosen areas to compare here.
statements-note = In brackets: where the ratio lies, with 95 % confidence. A difference does not say what it comes from. A figure of something else never stands in for one that is missing.
statements-command = The same for a list of areas of your own:
# --- HIDES
help-hides = Show what an average hides: where the differences lie and which areas go the other way
help-hides-dir = The workspace
help-hides-what = Id of an indicator, or a sentence with a figure as it stands in a report
help-hides-period = The period; without it, the newest with figures of smaller areas
help-hides-level = The smallest areas to look at; without it, the smallest with figures
help-hides-json = Print the same as JSON
hides-figure = { $area }, { $label } ({ $period }): { $figure }.
hides-no-figure = no figure of its own
hides-range = The { $below } in it run from { $lowest } to { $highest }.
hides-within = Of all differences { $percent } % lies inside { $inside }: between { $below } of the same { $inside }.
hides-other-way = { $n ->
    [one] { $n } of { $of } { $below } goes the other way.
   *[other] { $n } of { $of } { $below } go the other way.
 }
hides-understood = Understood: { $number }, { $label }, { $area } ({ $level }).
hides-passed-over = Not understood and passed over: { $list }.
hides-no-number = The sentence has no number to compare.
hides-no-own = We have no figure of this area to compare with.
hides-same = Our figure of { $period } is the same. Source: { $source }.
hides-differs = Our figure is not { $number }. The nearest is { $period }: { $figure }. The report may have another period, source or definition. Our source: { $source }.
hides-rule = The other way: the area stands better than { $line } ({ $figure }) and the { $whole } that it lies in worse, or the reverse.
hides-rule-none = Which areas go the other way cannot be said here: no level lies between, or higher is neither better nor worse.
hides-shares = Where the differences lie
hides-between = between { $levels }
hides-between-inside = between { $levels } inside { $inside }
hides-levels = How the picture changes with the size of areas
hides-col-between = difference
hides-col-variance = by residents
hides-col-same = each area the same
hides-col-theil = Theil
hides-col-level = level
hides-col-known = with a figure
hides-col-missing = without
hides-col-from = from
hides-col-to = to
hides-col-fifth = in the fifth with the largest burden
hides-col-area = area
hides-col-figure = figure
hides-col-whole = lies in
hides-col-whole-figure = figure of that
hides-col-way = the area stands
hides-better = better
hides-worse = worse
hides-distance = Seen from a distance
hides-seen-better = { $whole }, { $label }: from { $before } ({ $from }) to { $after } ({ $to }), which is better. It became worse in { $n } of { $of } { $below }{ $names }.
hides-seen-worse = { $whole }, { $label }: from { $before } ({ $from }) to { $after } ({ $to }), which is worse. It became better in { $n } of { $of } { $below }{ $names }.
hides-not-seen = { $label }: no change is shown; { $reason }.
hides-seen-same = { $whole }, { $label }: { $before } in { $from } and in { $to }, so the same.
K0710 = `{ $found }`: this area is not known
    .hint = did you mean `{ $candidates }`? type a name or code of this workspace
    .explain = The sentence names an area that this workspace does not have. Type the name as it stands on the pages, or the code. Without an area the whole country is meant.
K0711 = `{ $found }`: more than one area has this name
    .hint = type one of these codes in place of the name: { $candidates }
    .explain = Two or more areas of the same size have this name. Kapstok does not choose. Put the code into the sentence, or the name of a larger area.
K0712 = `{ $found }`: no indicator fits
    .hint = did you mean `{ $candidates }`? type the id of an indicator or words of its label
    .explain = Kapstok looks for the words of the sentence in the labels of the indicators. At least half of the words must fit, and a percentage only fits a percentage.
K0713 = `{ $found }`: more than one indicator fits
    .hint = put one of these ids into the sentence: { $candidates }
    .explain = Two or more indicators fit the sentence as well. Kapstok does not choose. Name one by its id, or by more words of its label.
K0714 = `{ $indicator }` has no figures of smaller areas in { $area }
    .hint = choose a larger area, or a period with figures: { $candidates }
    .explain = What an average hides is seen only where at least two smaller areas have a figure of the same period. Figures that may not be shown do not count.
K0715 = `{ $indicator }` is a count, and no average
    .hint = choose an indicator in per cent or per 1,000
    .explain = A count is larger in a larger area. Differences between counts then mostly say how many people live there.
K0716 = the sentence is empty or longer than { $candidates } characters
    .hint = paste one sentence, such as: 23 % low income in Amberstad
    .explain = Kapstok reads one sentence with one figure. A long text is not read.
page-hides-title = What this average hides
page-hides-paste = Paste a sentence with a figure
page-hides-button = Look below
page-hides-hint = For instance: 23 % low income in Amberstad. The sentence is only read.
page-hides-not-understood = This sentence was not understood
page-hides-picture = { $label } in { $area } by level, { $period }
page-hides-fifth = In the fifth with the largest burden: the part of all people with this burden who live in the areas where it is largest, together a fifth of the residents. Only of a share of people. Without differences that is 20 %.
page-hides-other-way = Areas that go the other way
page-hides-distance = Per domain what the large area sees, and what the small areas see: the same figures, the same two periods. Why a figure moved is not said here; it may also be chance. Modelled estimates are left out: they show no change.
page-hides-table = { $label }: all { $levels }
page-hides-links = What these averages hide
# --- choose
help-choose = Choose areas by a written rule, and see whom they reach and miss
help-choose-protocol = The file with the rule
help-choose-json = Print the same as JSON
help-choose-seed = Where every draw starts, in place of what the rule says
help-choose-replications = How often to choose again, in place of what the rule says; 0 for not at all
help-choose-out = Write a note (.pdf, .docx or .xlsx)
help-choose-seal = Freeze a choice with all that it rests on
help-choose-seal-protocol = The file with the rule
help-choose-seal-out = The dossier to write (.json)
help-choose-seal-note = The note beside it (.pdf, .docx or .xlsx); without it, a .pdf of the same name
help-choose-desk = Open the workbenches of the build on this machine, with a form that writes changes into the log
help-choose-desk-by = The role that writes, such as the secretary
help-choose-desk-port = The port; with 0 any that is free
help-choose-change = Put an area into a choice by hand, or take it out; it goes into the log
help-choose-change-protocol = The file with the rule
help-choose-change-area = Code of an area, or a name that only one area has
help-choose-change-put_in = Put it in
help-choose-change-take_out = Take it out
help-choose-change-reason = Why
help-choose-change-by = The role that says so, such as the alderman
help-choose-change-date = The day since which it holds; without it, today
help-choose-import = Hold areas that were chosen before against the choice of a rule
help-choose-import-protocol = The file with the rule
help-choose-import-areas = Codes (.csv, .txt) or polygons (.geojson, .fgb, .gpkg)
help-choose-import-json = Print the same as JSON
help-choose-verify = Say whether a dossier is as it was sealed
help-choose-verify-dossier = The dossier
help-value-protocol = PROTOCOL
help-value-dossier = DOSSIER
help-value-note = FILE
choose-not-by-area = Most of the burden lies outside: { $missed } % outside the chosen areas, { $reached } % inside them, where { $inside } % of the residents live. "Not by area" is a possible answer.
choose-by-area = { $reached } % of the burden lies inside the chosen areas, { $missed } % outside; { $inside } % of the residents live inside.
choose-domains = Burdened residents per domain
choose-domain = { $domain }: { $reached } inside, { $missed } outside; inside also { $other } residents who are not counted as burdened. A choice for this domain alone reaches { $own }. Areas without a figure: { $unknown }. { $rests }
choose-rests-share-of-people = Counted as a share of people, times their number.
choose-rests-residents-of-worst-part = Counted as all residents of the areas with a large task.
choose-twice = Someone with burdens in two domains counts twice in the sum.
choose-place = { $name }: { $reached } % of the burden inside, { $missed } % outside; { $inside } % of the residents live inside.
choose-city = Cities, as the rule names them
choose-rural = All other municipalities
choose-areas = Chosen areas: { $n }. Together they count { $objective }.
choose-area = { $residents } residents, counts { $counts }
choose-area-chance = { $residents } residents, counts { $counts }, chance of being in { $chance }
choose-set = Area { $number }: { $n } neighbourhoods or districts that touch, { $residents } residents
choose-how-sure = How sure
choose-just-outside = Just outside, with the highest chance of being in:
choose-chance = Chosen again { $n } times, with figures and method as they might have been (seed { $seed }). The chance is the part of these in which an area was in.
choose-chance-without = Chosen again { $n } times, with figures and method as they might have been (seed { $seed }). In { $without } of these nothing fitted the rule. The chance is the part of all in which an area was in.
choose-unconnected = If areas need not touch, within the same number of residents: { $sum }, which is { $more } % more.
choose-alternatives = { $n ->
        [0] No other choice was found that counts at most 2 % less and differs for at least 5 % of the residents.
        [one] One other choice counts at most 2 % less and differs for at least 5 % of the residents.
       *[other] { $n } other choices count at most 2 % less and differ for at least 5 % of the residents.
    }
choose-in-all = Of the { $of } chosen areas, { $n } are in all of these other choices too.
choose-without-figure = Cannot be chosen, because not every figure that counts is known: { $areas }
choose-hand-in = Put in by hand by { $by } on { $day }: { $area }, because: { $reason } (event { $event })
choose-hand-out = Taken out by hand by { $by } on { $day }: { $area }, because: { $reason } (event { $event })
choose-without-changes = The rule alone: { $reached } % of the burden inside, { $missed } % outside; { $inside } % of the residents live inside.
choose-cut-no-line = No test at the cut-off: no single line divides the areas, because they must touch or each municipality has a number of its own.
choose-imported = What was chosen before: { $n } areas, { $sum } together; the rule comes to { $rule }. { $differs } % of the residents live in only one of the two.
choose-only-imported = Only chosen before: { $areas }
choose-only-rule = Only chosen by the rule: { $areas }
choose-not-looked-at = Not counted, as they lie outside the municipalities of the rule: { $areas }
choose-import-without-figure = Chosen before, but without a figure for all that counts: { $areas }
choose-touched = { $touched } areas meet a polygon with their middle outside it; they do not count.
note-subtitle = Note with a choice of areas
note-rule = The rule
note-areas = Chosen areas
note-changes = By hand, and why
note-no-changes = Nothing was changed by hand.
note-sign = Decision
note-sign-role = Role
note-sign-name = Name
note-sign-day = Date
note-sign-mark = Signature
note-sign-decides = Decides
note-sign-checks = Has checked the sums
note-column-area = Area
note-column-residents = Residents
note-column-counts = Counts
note-column-chance = Chance of being in
note-column-domain = Domain
note-column-reached = Inside
note-column-missed = Outside
note-column-own = Choice for this domain alone
note-build = Build { $build }, recipe { $recipe }.
note-sealed = Dossier { $hash }.
note-foot = Dossier { $hash }
note-counts-burdened-residents = What counts: burdened residents, added over the domains.
note-counts-residents-of-areas = What counts: all residents of areas where enough burdens come together.
note-counts-indicator = What counts: the people of one indicator.
note-of-domains = Domains: { $domains }.
note-max-areas = At most { $n } areas.
note-max-sets = At most { $n } areas that each hang together.
note-max-residents = At most { $n } residents in all.
note-floor = An area has at least { $n } residents.
note-floor-set = A set has at least { $n } residents.
note-ceiling = An area has at most { $n } residents.
note-ceiling-set = A set has at most { $n } residents.
note-most-each = At most { $n } per municipality.
note-least-each = At least { $n } per municipality that the rule names.
note-connected = What is chosen together touches.
note-not-connected = Chosen areas need not touch.
choose-proved = No other choice within this rule counts more.
choose-gap = A better choice may exist: at most { $bound }, which is { $gap } % more than here.
choose-put-in = Put in by the rule: { $area }, because: { $reason }
choose-put-out = Left out by the rule: { $area }, because: { $reason }
choose-no-chance = Not asked: the chance of each area to be chosen when figures differ a little. Put `replications = 1000` in the rule.
choose-rule-hash = The rule has hash { $hash }
choose-sealed = Sealed in { $file }, hash { $hash }. Keep the hash elsewhere, for example in the minutes.
choose-verified = { $file } is as it was sealed, hash { $hash }. Compare the hash with the one that was kept elsewhere.
choose-not-verified = { $file } is not as it was sealed: { $why }.
choose-fault-form = it is no dossier, or it was written in another form
choose-fault-hash = what it says does not have the hash that it names
choose-fault-protocol = the rule in it does not have the hash that it names
choose-fault-sums = reached and missed do not follow from its own figures
K0750 = the rule cannot be read: { $found }
    .hint = correct this place; docs/reference/choose.md lists all keys
    .explain = A rule is a TOML file. A key is missing, or a value has the wrong form.
K0751 = `{ $found }` is no key of a rule
    .hint = did you mean `{ $nearest }`?
    .explain = A mistyped key would leave a part of the rule out without anyone seeing it. So every unknown key is an error.
K0752 = version { $found } of the rule is not known
    .hint = write `protocol = 1`
    .explain = A rule says in which version of the language it was written. This program reads version 1.
K0753 = recipe `{ $found }` is not in this workspace
    .hint = did you mean `{ $nearest }`?
    .explain = A rule chooses by the burdens of a recipe that kapstok.toml names and that was built.
K0754 = recipe `{ $found }` rebuilds a published index, so nothing may be chosen by it
    .hint = name a recipe of your own
    .explain = Such a recipe may hold a protected trait of persons. It serves to check our arithmetic, never a choice.
K0755 = the rule chooses at level `{ $found }`, the recipe works at `{ $expected }`
    .hint = write `level = "{ $expected }"`
    .explain = Burdens are counted at one level. A choice is made among the areas of that level.
K0756 = the recipe has no domain `{ $found }`
    .hint = did you mean `{ $nearest }`?
    .explain = The domains that count are those of the recipe.
K0757 = `{ $key }` is missing for what counts
    .hint = add `{ $key }` under `[counts]`
    .explain = `indicator` needs the id of an indicator, `residents-of-areas` needs the number of burdens.
K0758 = indicator `{ $found }` is not in this workspace
    .hint = did you mean `{ $nearest }`?
    .explain = What counts must be an indicator that was built.
K0759 = `{ $name }` measures a protected trait ({ $trait }), so it may not count in a choice
    .hint = choose by a burden, not by who people are
    .explain = Origin, religion, sex and the like are no burden, and no reason to choose an area.
K0760 = `{ $name }` was modelled from { $inputs }, which counts too
    .hint = leave one of the two out under `domains`
    .explain = A figure that was computed from another one says the same thing again. Together they count double.
K0761 = the floor ({ $floor }) is above the ceiling ({ $ceiling })
    .hint = swap the two, or leave one out
    .explain = No area has at least the floor and at most the ceiling.
K0762 = the budget of { $found } residents is less than the floor of one area ({ $floor })
    .hint = raise the budget, or lower the floor
    .explain = With this budget not one area can be chosen.
K0763 = the rule sets no budget
    .hint = write `areas = 20` or `residents = 50000` under `[budget]`
    .explain = Without a budget the best choice is everything.
K0764 = area `{ $found }` is not known
    .hint = did you mean `{ $nearest }`?
    .explain = Areas stand in a rule by code; municipalities by code or name.
K0765 = no reason is given for `{ $found }`
    .hint = write `reason = "..."`
    .explain = What a person puts in or out needs a reason that others can read.
K0766 = `{ $key }` cannot be { $found }
    .hint = write a number of 0 or more; at least 1 for `min_burdens`
    .explain = Residents and burdens are counted; a negative number counts nothing.
K0767 = `{ $found }` must be in and must be out
    .hint = remove it from one of the two lists
    .explain = No choice can meet both.
K0769 = `{ $found }` is no share of people who are counted in this workspace
    .hint = choose an indicator of residents, or with a count of its people as `weighted_by`
    .explain = A number of people is a share times the people that it is a share of. For a share of households, or without the count, that number does not exist.
K0770 = what must be in does not fit the rule: `{ $rule }`
    .hint = relax `{ $rule }`, or take an area out of `[[in]]`
    .explain = The areas that the rule puts in already exceed this part of the rule, or have no figure that may be shown.
K0771 = `at_least_per_municipality` does not say of which municipalities
    .hint = name them as `within` under `[areas]`
    .explain = Each municipality that is named gets at least so many areas. Without names it would hold for all of the country.
K0772 = at least { $found } per municipality, for { $n } municipalities, does not fit the rule
    .hint = raise `areas` under `[budget]` or `at_most_per_municipality`, or name fewer municipalities
    .explain = What each municipality gets at least is together more than may be chosen, or more than one may have.
K0773 = no choice keeps to this rule
    .hint = one of these suffices, and no smaller step does: { $ways }; these suffice too, perhaps less would: { $more }
    .explain = It is proved that it cannot be done. Beside each rule stands a figure that suffices when it alone changes: first where it is proved that no smaller step does, then where that is not known. Where both have none (-), more than one rule must change.
K0774 = it is not known which areas touch
    .hint = give the level a map in kapstok.toml, or write `connected = "no"`
    .explain = Connected sets can only be chosen with the borders of areas.
K0775 = no choice was found: { $found }
    .hint = relax the floor or the ceiling, or name fewer municipalities
    .explain = The search ended without a choice, and without proof that there is none.
K0776 = recipe `{ $found }` does not say what might have been otherwise
    .hint = give the recipe a section `[sure]`, or write `replications = 0`
    .explain = To compute the chance of an area, it must be known which errors the figures may have. That stands in `[sure]` of the recipe.
K0777 = `{ $found }` must be in, but lies outside the municipalities of the rule
    .hint = name its municipality as `within`, or take it out of `[[in]]`
    .explain = Otherwise the area would count in the choice and not in who is reached.
K0778 = the change of `{ $found }` of { $day } belongs to an earlier text of the rule
    .hint = record it again with `kapstok choose change`, if it still holds
    .explain = It still counts. But whoever made it looked at another rule.
K0779 = the log changes the choice for `{ $found }`, and that area is no longer there
    .hint = record which area takes its place
    .explain = After a change of boundaries a code may be gone. The change does not count then.
K0780 = `{ $found }` has no number of residents that may be shown, and cannot be put in
    .hint = choose a larger area
    .explain = Areas with too few residents take part in nothing, not by hand either.
K0781 = rule `{ $name }` is not there
    .hint = put the file into the workspace, or take its name out of `protocols`
    .explain = kapstok.toml names under `protocols` the rules that choose at every build.
K0782 = two rules are called `{ $id }`
    .hint = give one of the two another `id`
    .explain = Pages and the log name a choice by the name of its rule.
K0783 = recipe `{ $found }` changed since the last build
    .hint = type `kapstok build`, then choose again
    .explain = The choice comes from the build, the chances from the recipe. The two must belong together.
K0784 = the borders of { $n } of the { $of } rows cannot be read
    .hint = look at the file with `kapstok columns { $file }`
    .explain = A row without borders that can be read, or with points outside the system of the map, holds no area.
K0785 = this build has no choice to work at
    .hint = name a rule in kapstok.toml: `protocols = ["protocol.toml"]`, then build
    .explain = The desk shows the workbench of each choice that the build made by a rule under `protocols`. There is none.
K0786 = document `{ $name }` is not there
    .hint = put the file into the workspace, or take its `[[document]]` out of kapstok.toml
    .explain = kapstok.toml names under `[[document]]` what was asked and promised. Each is read at a build, where something of it changed.
K0787 = `{ $found }` cannot be the id of a document
    .hint = use small letters, digits and hyphens, such as `programme-2026`
    .explain = The id is part of the address of its pages.
K0788 = `{ $found }` is no document that promises
    .hint = did you mean `{ $nearest }`?
    .explain = `answered_by` names documents with `kind = "agreement"`.
K0789 = the document was read with doubts: { $list }
    .hint = look at them in words: `kapstok read { $path }`
    .explain = Something of the document may be missing, or may have been read wrongly. Its page says what.
choose-cut-jumps = Protected trait `{ $name }` jumps at the edge of the list: { $jump } higher just inside ({ $inside } areas inside, { $outside } outside, q { $q }). Ask why.
choose-cut-none = Protected trait `{ $name }`: no clear jump at the edge of the list ({ $jump }; { $inside } areas inside, { $outside } outside, q { $q }).
choose-cut-few = Protected trait `{ $name }`: too few areas near the edge of the list to say anything.
# --- workbench
workbench-nav = Choose
workbench-title = Choosing areas
workbench-lede = Each choice below was made by a written rule. You see whom it reaches and whom it misses, and you can try other areas. What you try changes nothing on record.
workbench-none-title = This build has no choice yet
workbench-none = Write a rule, name it in kapstok.toml and build again. This first shows what a rule chooses:
workbench-kicker = Choice by a written rule · { $levels } · recipe { $recipe }
workbench-nobody = With these figures nobody counts: there is no burden to reach or miss.
workbench-unknown = These codes are no part of this choice and are not counted: { $codes }.
workbench-rule = The rule in plain words
workbench-hash = Hash of the rule:
workbench-rule-burdened-residents = What counts: residents with a burden. Someone with burdens in several domains counts in each.
workbench-rule-residents-of-areas = What counts: residents of areas where enough burdens come together.
workbench-rule-indicator = What counts: the people of one figure.
workbench-rule-domains = These domains count: { $domains }.
workbench-rule-connected = The chosen areas form groups that border on each other.
workbench-rule-apart = The chosen areas need not border on each other.
workbench-rule-most-areas = At most { $number } chosen areas.
workbench-rule-most-sets = At most { $number } groups of chosen areas.
workbench-rule-most-residents = At most { $number } residents in all chosen areas together.
workbench-rule-floor-areas = Each chosen area has at least { $number } residents.
workbench-rule-floor-sets = Each group has at least { $number } residents.
workbench-rule-ceiling-areas = Each chosen area has at most { $number } residents.
workbench-rule-ceiling-sets = Each group has at most { $number } residents.
workbench-rule-at-most-areas = At most { $number } chosen areas per municipality.
workbench-rule-at-most-sets = At most { $number } groups per municipality.
workbench-rule-at-least-areas = At least { $number } chosen areas in each municipality that the rule names.
workbench-rule-at-least-sets = At least { $number } groups in each municipality that the rule names.
workbench-rule-replications = The choice was made again { $number } times with figures as they might have been (start { $seed }).
workbench-score = What this choice reaches
workbench-areas = Chosen areas
workbench-residents = Residents inside
workbench-residents-short = Residents
workbench-of = { $part } of { $whole } ({ $share } %)
workbench-counts = Counts
workbench-counts-short = Counts
workbench-objective = { $found }. The choice of the rule counts { $rule }; no choice by the rule counts more than { $bound }.
workbench-differs = Differs from the rule
workbench-col-domain = Domain
workbench-col-reached = Reached
workbench-col-missed = Missed
workbench-col-share = Part reached
workbench-col-area = Area
workbench-col-choice = Choice
workbench-all = Together
workbench-rests = What this rests on per domain
workbench-broken = Does it fit the rule?
workbench-fits = Yes, this choice fits the rule.
workbench-no-map = Whether the areas border on each other cannot be said: this choice has no map.
workbench-broken-not-allowed = { $area }: the rule may not choose this area.
workbench-broken-ruled-out = { $area }: the rule leaves this area out.
workbench-broken-ruled-in = { $area }: the rule puts this area in, and here it is out.
workbench-broken-many-areas = Too many areas: { $found }, where { $limit } are allowed.
workbench-broken-many-sets = The areas do not hang together enough: they are { $found } groups, where { $limit } are allowed.
workbench-broken-residents = Too many residents: { $found }, where { $limit } are allowed.
workbench-broken-floor = { $area }: { $found } residents, where at least { $limit } are needed.
workbench-broken-ceiling = { $area }: { $found } residents, where { $limit } are allowed.
workbench-broken-at-most-areas = { $area }: { $found } areas in this municipality, where { $limit } are allowed.
workbench-broken-at-most-sets = { $area }: { $found } groups in this municipality, where { $limit } are allowed.
workbench-broken-at-least-areas = { $area }: { $found } areas in this municipality, where at least { $limit } are needed.
workbench-broken-at-least-sets = { $area }: { $found } groups in this municipality, where at least { $limit } are needed.
workbench-changes = Differences with the choice of the rule
workbench-same = None: these are the areas that the rule chose.
workbench-added = Added: { $area }
workbench-removed = Removed: { $area }
workbench-on-record = This page puts nothing on record. Who adds or removes an area by hand says as whom and why, with the command above.
workbench-list = Areas
workbench-list-caption = { $levels } that the rule looks at, ticked where they are chosen; what counts most for the rule stands first
workbench-order = Areas that count most for the rule stand first. That says nothing of how good a place is.
workbench-bars = What do the bars and the map show?
workbench-map = On the map
workbench-record = In the log
workbench-record-none = No change of this choice stands in the log yet.
workbench-record-in = { $day }: { $by } put { $area } in (event { $event }). Reason: { $reason }
workbench-record-out = { $day }: { $by } took { $area } out (event { $event }). Reason: { $reason }
workbench-record-other = This was done under another text of the rule.
workbench-record-later = Decided otherwise since.
workbench-record-again = Decided again since.
workbench-record-show = Show the choice with these changes
workbench-desk = Write a change down
workbench-desk-role = You write as { $role }. What you write gets the date of today and stays in the log.
workbench-desk-area = Area (code or name)
workbench-desk-in = in
workbench-desk-out = out
workbench-desk-reason = Why?
workbench-desk-write = Write into the log
workbench-desk-take = Take over into the form
workbench-map-list = Chosen areas have a thick border. The same areas stand in the list below.
workbench-map-click = Chosen areas have a thick border. Click an area to put it in or take it out. In the list below the keyboard does the same.
workbench-class-people = { $from } to { $to } people
workbench-class-percent = { $from } to { $to } %
workbench-class-none = no figure
workbench-class-in = chosen
workbench-bars-counts = Value: how many people the area counts for
workbench-bars-chance = Chance: how often it was in when figures differed a little
workbench-bars-sure = Certainty: how often the answer for this area was the same
workbench-chance = Chance of being in
workbench-sure = How sure
workbench-burdens = Residents with a burden
workbench-large = large task
workbench-note-rule = chosen by the rule
workbench-note-in = put in by the rule
workbench-note-out = left out by the rule
workbench-note-not-allowed = the rule may not choose it
workbench-figures = figures
workbench-count = Count
workbench-back = Back to the choice of the rule
workbench-undo = Undo
workbench-redo = Redo
workbench-keys = Space ticks a box or clears it. Ctrl+Z undoes, Ctrl+Y does it again.
workbench-left-out = Another { $number } areas count for less and are not in this list; their residents count as missed.
workbench-more = Add another area, by its code
workbench-said-in = Added: { $area }. { $line } { $rule }
workbench-said-out = Removed: { $area }. { $line } { $rule }
workbench-said-undone = Put back. { $line } { $rule }
workbench-said-shown = Now shown: { $name }. { $line } { $rule }
workbench-said-breaks = Points that do not fit the rule: { $number }.
workbench-gap = How large is the gap between these areas and all others?
workbench-scenarios = Choices side by side
workbench-scenarios-caption = Choices side by side: areas, residents, reached and missed
workbench-scenario-rule = The choice of the rule
workbench-scenario-current = The choice on this page
workbench-scenario-other = Nearly as good, number { $number }
workbench-scenario-unconnected = The best choice when areas need not border on each other
workbench-both = { $reached } / { $missed }
workbench-both-hint = Per domain: reached / missed.
workbench-save-name = Name
workbench-save-note = Note
workbench-save = Keep this choice
workbench-save-hint = What you keep stays on this computer, in this browser. Nobody else sees it.
workbench-saved = Kept on this computer: { $name }.
workbench-not-saved = Not kept: this browser does not allow it.
workbench-deleted = Removed from this computer: { $name }.
workbench-gone = Codes that no longer exist here: { $number }.
workbench-show = Show: { $name }
workbench-delete = Remove: { $name }
workbench-unnamed = Choice { $number }
workbench-paper-areas = Chosen areas
workbench-build = Build { $build }, { $program }. Newest source retrieved: { $date }.
workbench-sign = Name, role, date and signature:
# --- ranking
ranking-nav = Ranking
ranking-title = Ranking
ranking-kicker = { $levels } · { $within } · recipe { $recipe }
ranking-sentence = { $number } { $levels } in the order of their task: rank 1 is the largest task. A rank says nothing of the people who live there.
ranking-overlap = Ranks overlap: of areas whose bars cover a part of each other nobody can say which has the larger task.
ranking-sure = The bar runs from one end to the other of { $level } % of { $number } draws.
ranking-left-out = Areas that are not in the list: { $number }, with fewer than { $min } residents or without enough figures.
ranking-recipes = Recipe
ranking-order = { $levels }, { $within }: row { $from } to { $to } of { $number }, sorted by { $by }.
ranking-by-rank = rank, the largest task first
ranking-by-burdens = number of burdens, the most first
ranking-by-name = name
ranking-by-residents = residents, the most first
ranking-col-rank = Rank
ranking-col-burdens = Burdens
ranking-between = { $lower } to { $upper } (with these figures { $value })
ranking-burdens = { $number } of { $known }
ranking-burden = task
ranking-no-burden = none
ranking-unknown = unknown
ranking-relax = In { $within } no area has a rank. Leave out the municipality.
ranking-relax-link = Look everywhere
ranking-caption = sorted by { $by }, { $number } rows
ranking-col-change = Really changed
ranking-change = { $worse } worse, { $better } better, of { $known }
ranking-change-none = none, of { $known }
ranking-change-unknown = cannot be said
ranking-change-note = ‘Really changed’ counts the figures that speak for each domain: for how many is the change, from the first to the last period, more than chance with 95 % certainty? Each figure was looked at by itself, so that of twenty that stayed the same one on average still seems to have changed. What ranks were before is not known.
ranking-gap = How large is the gap, and does it close?
ranking-picks = With the ticked rows of this page
ranking-pick = Choose
ranking-pick-gap = Hold against all others
ranking-pick-compare = Put two or three side by side
ranking-pick-choose = Hold against the rule ‘{ $choice }’

page-gap-nav = Gap
page-gap-title = Gap
page-gap-lede = How large is the gap between chosen areas and all others, and does it close? Choose areas first.
page-gap-kicker = { $name }: { $number } { $levels }, beside all others
page-gap-all-in = all { $levels } in { $area }
page-gap-own = chosen by yourself
page-gap-own-more = some that you added
page-gap-few = Areas with fewer than { $min } residents take no part, not even if their code stands in the address.
page-gap-unknown = These codes are not known: { $codes }.
page-gap-other-level = These areas are larger or smaller than most that you chose, and take no part: { $codes }.
page-gap-suggestions = To begin with
page-gap-suggested-choice = chosen by a written rule
page-gap-suggested-municipality = one of the municipalities with most residents
page-gap-against = Against whom
page-gap-period = Period
page-gap-col-chosen = Chosen
page-gap-col-others = Others
page-gap-col-difference = Difference
page-gap-col-times = Times
page-gap-col-outcome = Outcome
page-gap-counted = { $chosen } beside { $others } areas; { $missing } without a figure
page-gap-weighted-residents = Each area counts by its residents.
page-gap-weighted = Each area counts by: { $label }.
page-gap-interval = In brackets: where the difference lies with 95 % certainty. Of shares the difference is in percentage points.
page-gap-periods = How the gap went over the years
page-gap-picture = The difference was { $first } in { $from } and { $last } in { $to }.
page-gap-picture-one = The difference was { $first } in { $from }.
page-gap-picture-caption = The line at nought is: no difference. An upright stroke is the interval of 95 %.
page-gap-trend-many = With more than { $most } chosen areas this page does not work out whether they grow apart from the others. The command ‘kapstok gap’ does.
page-gap-scale = At which scale does the difference lie?
page-gap-hides = What the average of { $area } hides
page-gap-figures = Other figures of the same areas
page-gap-figures-caption = { $name } beside all other areas: one figure for each domain
page-gap-rule = A difference does not say what it comes from.
page-gap-choose-title = Choose areas
page-gap-chosen = Chosen: { $number } { $levels }
page-gap-list = The chosen areas
page-gap-more = One more area, by its code
page-gap-button = Work it out
page-gap-compare = Put these areas side by side
page-gap-choose = Hold these areas against the rule ‘{ $choice }’

gap-card-against-rest = in all other areas
gap-card-against-municipality = in the other areas of the same municipalities
gap-card-against-matched = in areas like them
gap-card-times = In the chosen areas ‘{ $label }’ is { $ratio } times as high as { $against } ({ $level } %: { $ratio-lower } to { $ratio-upper }): { $chosen } beside { $others }, in { $period }. The difference is { $difference }{ $points ->
    [yes] {" "}percentage points
   *[other] {""}
} ({ $level } %: { $lower } to { $upper }).
gap-card-apart = In the chosen areas ‘{ $label }’ is { $chosen }, and { $others } { $against }: a difference of { $difference }{ $points ->
    [yes] {" "}percentage points
   *[other] {""}
} ({ $level } %: { $lower } to { $upper }), in { $period }.
gap-card-unsure = In the chosen areas ‘{ $label }’ is { $chosen }, and { $others } { $against }, in { $period }. How sure that difference is, cannot be said: { $reason }.
gap-card-none = Of ‘{ $label }’ nothing can be said here in { $period }: { $reason }.
gap-card-outcome-higher = That is more than chance.
gap-card-outcome-similar = That may be chance: no real difference was seen.
gap-card-outcome-lower = That is more than chance.
gap-card-trend = From { $from } to { $to } the figure changed by { $chosen } a year in the chosen areas and by { $others } in the others. After correction for where they started that differs by { $difference } a year (95 %: { $lower } to { $upper }). Outcome for the chosen areas: { $outcome }.
gap-card-no-trend = Whether the areas grow apart cannot be said: { $reason }.
# --- reading documents
K0800 = this is no document of a kind that is read
    .hint = give a PDF, a document of Word or LibreOffice, a web page or a text file
    .explain = The kind is told by what is in the file, not by its name. Save an old Word document (.doc) as .docx first.
K0801 = too large: more than { $limit } { $what ->
        [bytes] bytes
        [pages] pages
        [steps] steps
        [unpacked-bytes] unpacked bytes
        [text-bytes] bytes of text
        [depth] layers in each other
        [rows] rows in a table
        [columns] columns in a table
        [lines] lines or paragraphs
        [cells] cells in tables
       *[other] { $what }
    }
    .hint = split the document into smaller files
    .explain = A file can be made so that reading it has no end. So there is a bound on the work for one document.
K0802 = the document is damaged: { $found }
    .hint = get the file again, or open it and save it again
    .explain = The file was cut off, or it is built in another way than the rules for such a file say.
K0803 = the document is locked with a password
    .hint = open it with the password and save a copy without
    .explain = Without the password nobody can see what is in it. We do not ask for passwords.
K0804 = the document has no text, only pictures ({ $pages ->
        [one] 1 page
       *[other] { $pages } pages
    })
    .hint = ask for the document with its text, or turn the pictures into text with another program
    .explain = This is a scan. A search would find nothing, and that does not mean that nothing is there.
K0805 = of { $signs } signs { $unreadable } cannot be read
    .hint = ask for another version of the document, or print it to PDF again
    .explain = The screen shows letters, but the file does not say which. A search would find nothing.
K0806 = the document has a declaration of its own: `{ $found }`
    .hint = open it in a word processor and save it again
    .explain = Such declarations turn a few bytes into billions. Ordinary documents have none.
K0807 = the document is empty
    .hint = see whether it is the right file
    .explain = It holds no text, and no picture either.
K0808 = pages without text: { $pages }
    .hint = look at these pages yourself
    .explain = They hold pictures only, or nothing. What stands there was not searched.
K0809 = { $signs } signs cannot be read, on page { $pages }
    .hint = compare these pages with the document
    .explain = The file does not say which letters they are. Words with such a sign are not found.
K0810 = { $signs } invisible hyphens were taken out
    .hint = there is nothing to do
    .explain = Such hyphens stand inside words. Whoever looks for the word would not find it otherwise.
K0811 = { $signs } signs do not run from left to right, and were not read
    .hint = look for turned text in the document yourself
    .explain = This is often text in a margin or in a table on its side.
K0812 = { $parts } parts of the web page are programs, and were not read
    .hint = save the page as you see it, for instance as PDF
    .explain = What a program puts on the page later is not in the file.
K0813 = the text was read as { $used }
    .hint = save the file as UTF-8 if there are strange signs in it
    .explain = The bytes are no UTF-8. Then the old character set of Windows is the most likely one.
K0814 = of { $words } words { $common } are common in the language of the recipe
    .hint = choose a recipe for the language of the document
    .explain = If the document is in that language, the signs in the file mean others than they show.
K0815 = the list of contents names `{ $title }`, and that heading was not found
    .hint = look for the heading in the document
    .explain = The heading is spelled in another way than in the list, or stands on another page. Sentences below it now belong to the heading before.
K0816 = the reading recipe cannot be read: { $found }
    .hint = compare it with a recipe in recipes/read-nl-coalition
    .explain = A reading recipe is a file in TOML. An unknown or missing key is an error, so that no typing mistake goes unseen.
K0817 = version { $found } of the language of reading recipes is not known
    .hint = type `read = 1`
    .explain = The first line says which version the reading recipe is written in. This program knows version 1.
K0818 = `{ $found }` cannot stand here
    .hint = see in the documentation what this key may be
    .explain = An abbreviation ends in a full stop; a sign before items is no letter; a running head has letters, with # for a number.
K0819 = `{ $found }` is there twice
    .hint = take one away
    .explain = When a word is in two lists, nobody can say which one holds.

# Reading: kapstok read
help-read = Read what a document asks and promises, by domain or by area, with which money
help-read-document = The document: PDF, Word, OpenDocument, a web page or text
help-read-recipe = A reading recipe: its file, its folder or its name; without it, the one whose language fits best
help-read-json = Print the same as JSON
help-read-out = Write each statement with its place (.jsonl or .csv)
help-read-rows = Print all that was read as JSON: text, statements, ladders, tables, words
help-read-count = Count how often a word stands there, where, and what was not counted
help-read-count-document = The document
help-read-count-word = A word or a pattern, such as wijk*
help-read-count-recipe = A reading recipe: its file, its folder or its name
help-read-count-json = Print the same as JSON
help-read-ladder = Find the money that is nearest to each statement
help-read-ladder-document = The document
help-read-ladder-page = Only statements on this printed page
help-read-ladder-by_area = Only statements that are about an area
help-read-ladder-recipe = A reading recipe: its file, its folder or its name
help-read-ladder-json = Print the same as JSON
help-read-tables = Check whether the rows of tables add up
help-read-tables-document = The document
help-read-tables-recipe = A reading recipe: its file, its folder or its name
help-read-tables-json = Print the same as JSON
help-read-answer = Hold what was asked against what was promised
help-read-answer-ask = The manifesto, motion or petition
help-read-answer-agreement = The agreement or programme
help-read-answer-recipe = A reading recipe: its file, its folder or its name
help-read-answer-json = Print the same as JSON
help-read-compare = Put two documents side by side, per 10,000 words
help-read-compare-first = The first document
help-read-compare-second = The second document
help-read-compare-word = A word to compare as well; may be repeated
help-read-compare-recipe = A reading recipe: its file, its folder or its name
help-read-compare-json = Print the same as JSON
help-read-claims = Hold what others say about a document against that document
help-read-claims-document = The document
help-read-claims-claims = The file with the claims (.toml)
help-read-claims-recipe = A reading recipe: its file, its folder or its name
help-read-claims-json = Print the same as JSON
help-read-eval = Measure how well a recipe does on sentences that people marked
help-read-eval-gold = The marked sentences (.jsonl)
help-read-eval-document = The document they stand in; without it, they are read by themselves
help-read-eval-recipe = A reading recipe: its file, its folder or its name
help-read-eval-json = Print the same as JSON
help-value-document = DOCUMENT
help-value-word = WORD
help-value-page = PAGE
help-value-ask = DOCUMENT
help-value-agreement = DOCUMENT
help-value-first = DOCUMENT
help-value-second = DOCUMENT
help-value-claims = FILE
help-value-gold = FILE

K0850 = the document takes too much time: after { $seconds } seconds of work it was not read yet
    .hint = split the document, or save it as PDF again
    .explain = A file can be made so that reading it has no end. So a process of its own reads, and stops after this time.
K0851 = the document cannot be read: the process that read it has stopped
    .hint = open the document, save it again, and try once more
    .explain = The document asked for more memory than it may have, or is built so that the reader got stuck. Nothing else has happened.
K0852 = no reading recipe is called `{ $found }`
    .hint = type { $known }, or the path of a recipe of your own
    .explain = A reading recipe says which words count. Two are in the program; one of your own is a file, or a folder with recipe.toml.
K0853 = line { $row } is no marked sentence: { $found }
    .hint = each line is one JSON object with id, sentence, is_commitment and area_framed
    .explain = The form of marked sentences is in docs/reference/read.md.
K0854 = no statement stands on printed page `{ $found }`
    .hint = type the number as it stands on the page
    .explain = Numbers on paper often differ from those of the file.
K0855 = `{ $found }` is no pattern
    .hint = type a word, or a word with a star, such as wijk*
    .explain = A pattern has at least one word. A star stands for other letters, two full stops for words between.

# What kapstok read shows
read-at = p. { $page }, { $section }
read-at-file = page { $page } of the file, { $section }
read-head = { $name }: { $pages ->
        [one] 1 page
       *[other] { $pages } pages
    }, { $sentences ->
        [one] 1 sentence
       *[other] { $sentences } sentences
    }, { $words } words; recipe { $recipe }
    Pages without text: { $blank }. Tables with rows and columns: { $read } of { $tables }. Footnotes: { $notes }, searched for words, not for promises.
read-column-chapter = Chapter
read-column-sentences = sentences
read-column-area = by area
read-column-commitments = promises
read-column-targets = targets
read-column-amounts = amounts
read-by-area = Sentences about an area: { $n }
read-aims-T3 = Targets with a number and a deadline: { $n }
read-aims-T2 = Targets with a number, without a deadline: { $n }
read-aims-parameters = Numbers of a rule, which are no targets: { $n }
read-aims-facts = Numbers about how things are, which are no targets: { $n }
read-doubles = Money that may be named twice:
read-written = { $n ->
        [one] 1 sentence is
       *[other] { $n } sentences are
    } in { $path }
read-table = Table on p. { $page }: { $equal } sums hold, { $different } do not, { $open } cannot be checked
read-no-tables = No table of which the recipe says which rows add up.
read-check-different = { $row }, { $column }: printed is { $printed }, the rows give { $computed }
read-check-not-checked = { $row }, { $column }: could not be checked; printed is { $printed }
read-rung-sentence = sentence
read-rung-item = paragraph or item
read-rung-heading = heading
read-rung-chapter = chapter
read-rung-annex-row = row of the annex
read-rung-none = no money found
read-tie-earmarked = named with this money
read-tie-policy = for the policy that this belongs to
read-tie-shared = shared with other policy
read-no-money = no amount
read-pages-of-file = The document prints no page numbers. This is the page of the file.
read-ladder-none = No sentence here names an area, so no ladder is shown.
read-lowest = Lowest rung with money: { $rung }
read-ladder-left-out = This chapter has very many amounts: { $n } that stand further away were not held against the statement
read-count = `{ $word }`: { $n } times in { $words } words ({ $rate } per 10,000)
read-count-near = Related forms, not counted:
read-count-form = { $form }: { $n } times ({ $reason })
read-count-excluded = Not counted, because it is something else: { $n }
read-count-rule = { $form } ({ $rule }), { $place }
read-near-elliptic = part left out
read-near-spelling = spelled otherwise
read-near-linked = same parts, linked otherwise
read-near-between = with a part between
read-near-holds = longer word that holds it
read-near-letters = a letter or two apart
read-eval = { $n } marked sentences, recipe { $recipe }
read-eval-marked-by = { $n ->
    [one] Marked by one annotator: how far two would agree is not known. File { $sha256 }
   *[other] Marked by { $n } annotators. File { $sha256 }
 }
read-eval-not-found = Not found: { $n } ({ $ids })
read-eval-task = { $task }: marked { $marked }, said { $said }, both { $both }; precision { $precision } ({ $precision_interval }), recall { $recall } ({ $recall_interval }), F1 { $f1 }
read-eval-more = All domains right: { $exact } sentences. Targets wholly right: { $whole } of { $marked }. Strength right: { $right } of { $both }. Scale right: { $same_scale } of { $of_scale }.
    In brackets the exact 95 % interval. Says nothing of other documents.
read-task-commitment = commitment
read-task-target = target
read-task-money = money
read-task-area = area
read-task-domains = domains
read-answers = { $n ->
        [one] 1 ask
       *[other] { $n } asks
    }: { $taken_up } taken up, { $partly } partly, { $elsewhere } elsewhere, { $not_found } not found
read-verdict-taken-up = Taken up
read-verdict-partly = Partly taken up
read-verdict-elsewhere = Named elsewhere
read-verdict-not-found = Not found
read-verdict-rejected = Proposal rejected
read-asked = Asked
read-nearest = What comes nearest:
read-rules-propose = Rules propose this; a person decides.
read-remark-no-money = no amount stands beside it
read-remark-less-money = less money than was asked
read-remark-other-money = money for each year where a total was asked, or the other way: not compared
read-remark-no-term = without a date
read-remark-later-term = later: asked { $asked }, here { $given }
read-remark-other-term = a length of time beside a year, not compared: asked { $asked }, here { $given }
read-remark-no-number = the number that was asked is not there: { $asked }
read-remark-other-number = another number: asked { $asked }, here { $given }
read-remark-fewer-places = fewer places: asked { $asked }, here { $given }
read-remark-no-action = will look at it, not do it: { $given }
read-remark-other-place = for another place: { $given }
read-remark-other-scale = for another kind of area: { $given }
read-remark-no-area = for everybody, not by area
read-remark-other-domain = for another domain
read-remark-denied = here it is denied: { $given }
read-remark-given = the ask wants it gone ({ $asked }), and here it is given
read-remark-opposite = the opposite: asked { $asked }, here { $given }
read-unmet = words of the ask that are not here: { $words }
read-compared = { $name }: { $words } words, { $sentences } sentences, { $pages } pages ({ $blank } without text)
read-compare-words = Words that were asked
read-compare-keys = Words of the recipe
read-compare-framing = Sentences about an area, by scale
read-compare-domains = Sentences by domain
read-compare-first = Words that the first uses more
read-compare-second = Words that the second uses more
read-compare-line = { $what }: { $first } against { $second }; per 10,000 words { $first_rate } against { $second_rate } (ratio between { $lower } and { $upper })
K0856 = the documents were read with two recipes: { $first } and { $second }
    .hint = type --recipe { $first } or --recipe { $second }; of a workspace, give the document that asks a recipe
    .explain = A recipe says which words count. With two, each document is asked something else, and the answers cannot be held against each other.
K0820 = all text is turned ({ $signs } signs), and was not read
    .hint = turn the pages with another program and save the document again
    .explain = The document does hold text, but upright or upside down. A search would find nothing.
K0821 = the document has no text; its letters may be drawn ({ $pages ->
        [one] 1 page
       *[other] { $pages } pages
    })
    .hint = ask for the document with its text, or turn the pages into text with another program
    .explain = What are letters on the screen are loose shapes in the file. A search would find nothing, and that does not mean that nothing is there.
K0822 = the document is locked in a way that is not read here
    .hint = open it with the program that made it and save a copy that is not locked
    .explain = This is no ordinary password. Without the program or certificate that goes with it, nobody can see what is in it.
K0823 = pages with turned text only: { $pages }
    .hint = look at these pages yourself
    .explain = There is text on them, but upright or upside down, as in a table on its side. It was not read and not searched.
K0880 = the PDF is cut off: its end is missing
    .hint = get the file again, in full; or ask for another copy
    .explain = The last line of a PDF says where all its pages are. Without it, what stood behind the cut cannot be searched, and a search that finds nothing would say nothing.
K0881 = the PDF is damaged: of its { $pages } pages { $lost } are not in the file
    .hint = get the file again, in full; or ask for another copy
    .explain = The file names these pages or their content, and does not hold them. So much is missing that a search in the rest would mislead.
K0882 = the PDF is damaged: of its { $pages } pages { $lost } are not in the file, and were not searched
    .hint = get the file again, in full; until then, say of nothing that it is not there
    .explain = The file names these pages or their content, and does not hold them. What is not found may stand on them.
K0883 = the file is empty: it has 0 bytes
    .hint = get the file again; downloading or copying it has failed
    .explain = An empty file is no document without text: nothing of the document is there.
K0884 = the two files stand the wrong way round: this is the document, and `{ $claims }` holds the claims
    .hint = type kapstok read claims { $document } { $claims }
    .explain = The first file is the document, the second the claims about it.
K0885 = this is no claims file: it is no text
    .hint = give the document first and then the claims, as in kapstok read claims PLAN.pdf CLAIMS.toml
    .explain = A claims file is a file in TOML, such as recipes/read-nl-coalition/claims-essay.toml.
read-claim-true = true
read-claim-true-but-incomplete = true, but incomplete
read-claim-differs = the document says something else
read-claim-not-found = the document does not speak of it
read-claim-not-tested = not tested
read-claim-says = the document gives: { $found }
read-claim-claimed = found
read-claim-instead = instead
read-claim-beside = stands beside it
read-claim-more = and { $n } others

K0840 = the claims file cannot be read: { $found }
    .hint = compare it with recipes/read-nl-coalition/claims-essay.toml
    .explain = A claims file is a file in TOML. An unknown or missing key is an error, so that no typing mistake goes unseen.
K0841 = version { $found } of the language of claims files is not known
    .hint = type `claims = 1`
    .explain = The first line says which version the claims file is written in. This program knows version 1.
K0842 = `{ $found }` cannot stand in a claim
    .hint = see in the documentation what this key may be
    .explain = A pattern needs at least one word or number, a list that is searched for at least one pattern, and a share per 1,000 lies between 0 and 1,000.
K0843 = the claim `{ $found }` is there twice
    .hint = give one of them another id
    .explain = Results are named by the id of the claim, so each claim needs its own.
K0844 = the claim `{ $found }` has no test, or more than one
    .hint = give it exactly one of count, under, money, framing, target and number
    .explain = A claim without a test cannot be true or untrue. With two tests nobody could say which one holds.
K0845 = the claims file `{ $found }` has no claims
    .hint = add a table that begins with [[claim]]
    .explain = Nothing would be tested, and that must not look like a good result.
K0846 = { $case ->
        [none] the quote is on no page of document `{ $id }`: { $quote }
       *[elsewhere] the quote is not on page { $page } of document `{ $id }`: { $quote }
    }
    .hint = { $case ->
        [none] copy it from the document; it is there on no page, letter for letter
       *[elsewhere] look for it on the page of the document; it is on page { $pages }
    }
    .explain = A target that comes from a document is tied to its words. They must be there, letter for letter.
K0847 = a document of the workspace cannot be read
    .hint = above stands which document, and why
    .explain = A document that kapstok.toml names under `[[document]]` must be readable: else a build stops.
K0848 = the quote is held against nothing: no document of the workspace is called `{ $found }`
    .hint = { $case ->
        [none] name the document in kapstok.toml, under `[[document]]`, to have the quote checked
       *[some] the workspace has { $known }; of another document the quote is taken at its word
    }
    .explain = A target may come from a document that the workspace does not have. Then nobody checks whether the quote stands there. With one wrong letter in the id, the same happens.
K0860 = this row cannot be read: { $found }
    .hint = make the file again, or write the row as the others are
    .explain = A row has one cell for each title, and a quotation mark that opens is closed. A line of JSON has the keys of a decision, each once.
K0861 = the column `{ $title }` { $case ->
        [twice] is there twice
       *[missing] is not there
    }
    .hint = make the file again, and keep the titles as they are
    .explain = Columns may stand in any order, but each has its title, once. Without it nobody can say which decision belongs to which statement. Nothing of the file was read.
K0862 = the column `{ $title }` is not known, and was not read
    .hint = put remarks in the column `note`
    .explain = Only columns that the file was made with are read. What stands in others is not kept.
K0863 = there is no statement `{ $found }` in this document
    .hint = make the file again with the reading of now
    .explain = The key belongs to the words of a statement. If the reading no longer finds the statement, it has no key here.
K0864 = the quote is not word for word what stands there: `{ $found }` against `{ $expected }`
    .hint = put the quote back; write what you think of it in the column `note`
    .explain = A decision is about the words of the document. With other words it would be about something that stands nowhere.
K0865 = `{ $reader }` decided this already in row { $earlier }; this row holds
    .hint = take one of the two away if that is not what you mean
    .explain = Of one reader the last decision on a statement counts. Decisions of others stay beside it.
K0866 = `{ $found }` cannot stand here{ $case ->
        [one-of] {"; it may be: "}{ $allowed }
       *[free] {""}
    }
    .hint = write it as the documentation says; a day as 2026-11-29
    .explain = A spreadsheet may have made something else of it. With 11/12/2026 nobody can say whether it is November or December.
K0867 = this decision is not whole: { $case ->
        [no-act] there is a change or a remark, and no `accept`, `change` or `reject`
        [no-reason] `reject` without a reason
        [no-change] `change` without a change
       *[too-much] there is more in the row than belongs to this decision
    }
    .hint = fill in `act`; with `change` a column `change.…`, with `reject` the column `reason`
    .explain = `accept` means: as the rules say. Then no other value can stand in the row. A remark always may, in `note`.
K0868 = what the rules say was changed in this row
    .hint = put the columns `rule.…` back, and write the new value in the column `change.…` beside it
    .explain = The columns `rule.…` keep what you judged. If they change, nobody sees any more what the reader changed.
K0869 = this row belongs to another document: { $found }
    .hint = give the document that the file was made of
    .explain = Another version of a document is another document, also where most of its words are the same.
K0830 = the target cannot be read: { $found }
    .hint = correct this place; docs/reference/translate.md lists all keys
    .explain = A target is a TOML file. A key is missing, or a value has the wrong form.
K0831 = `{ $found }` is no key of a target
    .hint = did you mean `{ $nearest }`?
    .explain = A mistyped key would leave a part of the target out without anyone seeing it. So every unknown key is an error.
K0832 = version { $found } of the target is not known
    .hint = write `target = 1`
    .explain = A target says in which version of the language it was written. This program reads version 1.
K0833 = `{ $found }` is not known
    .hint = did you mean `{ $nearest }`?
    .explain = A target names an indicator, a count of people and a level by id, as they stand in kapstok.toml and were built.
K0834 = of how many people `{ $found }` speaks cannot be said
    .hint = name an indicator that is a part of people, and under `population` the count of those people
    .explain = A target is worked out in persons for each area. For that it must be known how many people it is about now, and of how many. A protected trait of persons can be no target.
K0835 = `{ $key }` cannot be { $found }
    .hint = write a percentage ("50 %") or a number of persons (1200)
    .explain = With the sign of percent it is a part of what it is now (`-by`) or of the population (`-to`); without it, a number of persons. Nothing can fall by more than all of it.
K0836 = { $found } is no year of an end after the start
    .hint = write a year (2028) or a duration ("P4Y")
    .explain = A target starts from the figures of a year and must be reached later. Without an end nobody can say what is needed per year.
K0837 = `{ $found }` is no rule, or is there twice
    .hint = did you mean `{ $nearest }`?
    .explain = There are four rules: same-part, same-level, close-gap and where-most. Without `rules` all four are worked out.
K0838 = the target names a document, and `{ $key }` is empty
    .hint = copy the words as they stand there, or leave out `[source]`
    .explain = Who names a document shows what stands in it. Without a quote nobody can check it.
K0839 = this target cannot be worked out: { $why ->
        [deadline] its end is not after its start
        [nobody] of no area are both figures known
        [twice] an area is there twice
        [published] the published total is larger than the population
        [period] there are no figures of the year that it starts from, { $found }
       *[other] the numbers are too large
    }
    .hint = see with `kapstok area` of which years there are figures
    .explain = For the year that it starts from, each area needs a number of persons, and the number of people that they are a part of.

# --- a target, worked out per area
help-translate = Work a national target out for every area, under written rules
help-translate-file = The file with the target
help-translate-json = Print the same as JSON
help-translate-out = Write a row per area and rule (.csv)
help-translate-agenda = The rule whose outcome becomes a target of every area: same-part, same-level, close-gap or where-most
help-translate-write = Write those targets into the log; without it they are only shown
help-translate-by = The role that says so, such as the secretary
help-translate-date = The day since which it holds; without it, today
help-value-agenda = RULE
failure-not-found-rule = rule `{ $found }` was not worked out
    hint: the target names { $nearest }
translate-head = { $title }
    { $label }, from { $anchor } to { $deadline }
translate-source = { $document }: “{ $quote }”
translate-source-page = { $document }, page { $page }: “{ $quote }”
translate-asked = Now { $whole } of { $population } people, at the end { $end }: { $asked } { $way ->
        [down] fewer
       *[up] more
    }
translate-whole = { $by ->
        [country] This is the published figure of the country; { $persons } of them live in the { $n } areas with a figure
        [municipality] These are the published figures of the municipalities together; { $persons } of them live in the { $n } areas with a figure
       *[areas] This is the sum of the { $n } areas with a figure
    }
translate-absent = Areas without a figure: { $n }. Nothing is asked there; of the whole, { $left } lies outside the areas with a figure
translate-above-population = more persons than people
translate-trend = If it goes on as before, it goes from { $now } to { $expected } people (areas with figures of three years or more: { $n })
translate-no-trend = No area has figures of three years: what happens without a change cannot be said
translate-modelled = This figure was estimated with a model: it cannot show whether an area reaches the target
translate-rules = Per rule
translate-rule-same-part = same part
translate-rule-same-level = same end level
translate-rule-close-gap = close the gap
translate-rule-where-most = where most are
translate-means-same-part = same part: every area the same part of its people
translate-means-same-level = same end level: { $way ->
        [down] areas above one level go there, the others stay
       *[up] areas below one level go there, the others stay
    }
translate-means-close-gap = close the gap: { $way ->
        [down] areas above the national level close the same part of their distance to it
       *[up] areas below the national level close the same part of their distance to it
    }
translate-means-where-most = where most are: as few areas as possible, those with most people first
translate-col-rule = rule
translate-col-figure = part or level
translate-col-sum = together
translate-col-miss = misses
translate-col-areas = areas
translate-col-above-most = asked too much
translate-col-not-seen = cannot be seen
translate-col-trend-enough = goes by itself
translate-col-tenth = tenth
translate-col-place = where
translate-col-area = area
translate-col-now = now
translate-col-end = end
translate-col-cut = change
translate-col-per-year = per year
translate-col-value = figure at end
translate-col-beyond-trend = beyond trend
translate-col-note = note
translate-above-most = asked more than the most
translate-not-seen = could be chance
translate-moved = From “{ $from }” to “{ $to }”: { $more } people more are asked (areas: { $n_more }) and { $less } less (areas: { $n_less })
translate-tenths = People per tenth of the areas; 1 has the largest share now
translate-places = People per larger area
translate-domains = People in areas that are among the least favourable, per domain
translate-areas = Rule “{ $rule }”: { $shown } of { $n } areas, { $order ->
        [most] those that are asked most first
       *[code] in the order of their codes
    }
translate-written = written: { $file }
translate-target = { $title } (rule: { $rule })
translate-agenda-line = { $id }  { $area }  { $indicator }: from { $from } to { $to }, by { $deadline }
translate-agenda-dry = New or other targets: { $n }. Nothing was written; with --write and --by it is
translate-agenda-done = Targets written: { $n }; the log now ends in { $head }

# Pages about documents
documents-nav = Documents
documents-title = Documents
documents-lede = These are documents that the program has read. For each one you see what is in it, on which page, and what was not read.
documents-what = A count says what is written. It does not say what it is worth, nor whether it will happen.
documents-kind-agreement = Promise
documents-kind-ask = Ask
documents-n-pages = { $n ->
    [one] 1 page
   *[other] { $n } pages
 }
documents-n-sentences = { $n ->
    [one] 1 sentence
   *[other] { $n } sentences
 }
documents-n-by-area = { $n ->
    [0] none is about an area
    [one] 1 is about an area
   *[other] { $n } are about an area
 }
documents-in-short = { $pages }, { $sentences }; { $area }.
documents-read-text = Read the whole text, with marks
documents-read-answers = See what was asked and what is said of it
documents-overview = Back to what is in it
documents-kicker-agreement = A document that promises
documents-kicker-ask = A document that asks
documents-coverage-title = What was read, and what was not
documents-pages-all = Text was read on every page.
documents-pages-blank = On these pages of the file no text was found: { $pages }.
documents-pages-lost = { $n ->
    [one] The file is damaged: 1 page is not in it. What is not found may stand there.
   *[other] The file is damaged: { $n } pages are not in it. What is not found may stand there.
 }
documents-no-tables = No tables were recognised in the document.
documents-tables-read = Tables with rows and columns: { $read } of { $number }.
documents-footnotes = { $n ->
    [0] No footnotes were found.
    [one] There is 1 footnote. It was searched for words, not for promises.
   *[other] There are { $n } footnotes. They were searched for words, not for promises.
 }
documents-left-out = Left out: { $heads } lines at the top or foot of a page, and { $lines } lines of the list of contents.
documents-read-with = The document has { $number } words. The reading recipe is { $recipe }.
documents-warnings = What to mind
documents-chapters-title = By domain or by area
documents-chapters-words = Each bar is a chapter. The striped part is sentences that name an area, the dotted part is sentences about a domain without an area. The rest is empty.
documents-chapters-caption = Sentences per chapter
documents-before-heading = Before the first chapter
documents-column-by-domain = by domain
documents-column-neither = neither
documents-matrix-title = Domain and framing
documents-matrix-words = A sentence about two domains counts in both. So do not add up the rows. Only money in sentences that promise something is added up; what others spend, a whole budget or what was is not. Money for each year and money in all stand apart. An amount that may be stated twice counts once in a cell.
documents-matrix-caption = Sentences, promises, targets and money per domain
documents-column-domain = Domain
documents-framing = Framing
documents-column-money = money named
documents-aims-title = Targets
documents-aims-none = There is none here.
documents-aims-parameters = Numbers of a rule
documents-aims-facts = Numbers about how things are
documents-aims-apart = A number of a rule or a fact is no target. So they stand apart.
documents-column-sentence = Sentence
documents-column-page = Place
documents-column-quantity = How much
documents-column-direction = Direction
documents-column-deadline = Term
documents-direction-increase-to = up to
documents-direction-increase-by = up by
documents-direction-decrease-to = down to
documents-direction-decrease-by = down by
documents-direction-at-least = at least
documents-direction-at-most = at most
documents-direction-achieve = to be reached
documents-years = { $n ->
    [one] within 1 year
   *[other] within { $n } years
 }
documents-months = { $n ->
    [one] within 1 month
   *[other] within { $n } months
 }
documents-ladder-title = Money beside sentences about an area
documents-ladder-words = For each sentence that names an area, the nearest money was looked for: in the sentence, in the paragraph, under the heading, in the chapter and in a row of the annex.
documents-ladder-none = No sentence names an area.
documents-ladder-rungs = Higher rungs
documents-ladder-without = No money was found on: { $rungs }.
documents-column-rung = Lowest rung with money
documents-column-amount = Money
documents-column-tie = How it belongs to it
documents-column-rung-name = Rung
documents-tables-title = Tables that must add up
documents-tables-hold = { $n ->
    [one] 1 sum is right
   *[other] { $n } sums are right
 }
documents-tables-fail = { $n ->
    [0] none is wrong
    [one] 1 sum is not right
   *[other] { $n } sums are not right
 }
documents-tables-unchecked = { $n ->
    [0] all could be checked
    [one] 1 sum cannot be checked
   *[other] { $n } sums cannot be checked
 }
documents-table-said = Table on { $page }: { $equal }; { $others }; { $open }.
documents-doubles-title = Money that may be there twice
documents-doubles-words = These places name the same amount, and have rare words in common. Whether it is the same money, a person must say.
documents-doubles-shared = The same words: { $words }.
documents-words-title = Words for an area
documents-words-words = For each word you see where it was counted. Below that you see what was not counted and why, and which words look like it.
documents-words-none = No word of the recipe is in the document.
documents-words-n = { $n ->
    [0] not counted
    [one] counted once
   *[other] counted { $n } times
 }
documents-hits = Counted
documents-excluded = Not counted, because it is something else
documents-near = Looks like it, not counted
documents-rule = Rule: { $rule }
documents-rule-none = The word that belongs to it is missing
documents-page = p. { $page }
documents-page-file = page { $page } of the file
documents-range = { $from } to { $to }
documents-nothing = not named
documents-money-others = { $n ->
    [one] beside it 1 amount in a sentence that promises nothing
   *[other] beside it { $n } amounts in sentences that promise nothing
 }
documents-money-twice = { $n ->
    [one] 1 amount may be stated twice, and counts once
   *[other] { $n } amounts may be stated twice, and count once
 }
documents-money-each-year = { $amount } a year
documents-money-in-all = { $amount } in all
documents-money-unsaid = { $amount }, period not named
documents-text-title = { $title }: the text
documents-text-lede = This is the text as it was read. Lines that come back on every page are left out. Each sentence has an address of its own.
documents-legend = Marks
documents-mark-area = area
documents-mark-commitment = promise
documents-mark-target = target or number
documents-mark-money = money
documents-marked = { $marks }:
documents-table-caption = Table on { $page }
documents-table-row = Row
documents-table-column = Column { $number }
documents-table-label-none = without a name
documents-footnote = Footnote
documents-answers-title = { $title }: asked and promised
documents-answers-lede = Each ask of this document was laid beside what another document says. You see both texts with their page.
documents-answers-to = In { $title }
documents-ask-heading = Ask { $number }: { $verdict }
documents-given = Found
documents-nearest-not = No place was proposed as an answer. This comes nearest:
documents-nothing-near = Nothing was found that looks like it.
documents-lead-in = It stands under
documents-searched = Sentences searched: { $sentences }, and in notes: { $notes }. Cells of tables that were not searched: { $cells }.
documents-others = { $n ->
    [one] 1 more place that looks like it
   *[other] { $n } more places that look like it
 }
documents-would-be = If this is the answer: { $verdict }
documents-earmarked = Money that is meant for this by name: { $rung }
documents-whole = The rules find every word of the ask here, and nothing that is missing.
documents-decided = A person has decided this: { $role }.
documents-judged = { $role } on { $day }: { $act }.
documents-judged-more = { $role } on { $day }: { $act } ({ $more }).
documents-judged-differs = The readers differ; until they agree, what the rules propose stands here.
documents-judged-nameless = a reader whose name was taken out
documents-judged-taken-away = { $field }: taken away
documents-judged-rejected = of { $n } the proposal is rejected
documents-judged-none = Nobody has decided on statements of this document yet: what stands here is what the rules propose.
documents-judged-damaged = The log is damaged: what persons decided cannot be read.
documents-judged-n = Persons decided on { $n ->
    [one] 1 statement
   *[other] { $n } statements
 }: { $accepted } accepted or changed, { $rejected } rejected, on { $differ } readers differ. The rest is what the rules propose, and figures on these pages count what the rules propose.
documents-in-text = Read in the text
documents-read-promises = See the promises, each with its page
documents-promises-title = { $title }: promises
documents-promises-lede = These are the sentences in which someone binds himself to something. Beside each you see who that is, how firm it is, and whether it comes with a target or money. Firm is what will be done, soft is what someone wants or tries.
documents-promises-shown = { $shown } of the { $all } promises are here.
documents-promises-all = Show them all
documents-column-who = Who
documents-column-aim = Target with a number
documents-filter-any = all
documents-filter-show = Show
documents-filter-framing = Area or domain
documents-filter-domain = Domain
documents-filter-strength = How firm
documents-filter-with = With
documents-strength-firm = firm
documents-strength-soft = soft
documents-framing-area = by area
documents-framing-domain = by domain
documents-framing-neither = neither
documents-with-target = a target with a number
documents-with-money = money
documents-with-neither = neither target nor money
documents-beside-list = Side by side
documents-beside-title = { $one } beside { $other }
documents-beside-lede = A word that stands there once says little as long as you do not know how long the text is. So here you see how often something occurs per 10,000 words.
documents-beside-length = The document has { $number } words.
documents-beside-recipes = These documents were read with two recipes. Of words and domains only what both recipes know stands here. Compare that with care, too.
documents-beside-of-sentences = What sentences do
documents-beside-of-words = Words for an area
documents-beside-of-domains = Sentences per domain
documents-beside-area = Sentences that name an area
documents-beside-firm = Firm promises
documents-beside-soft = Soft promises
documents-beside-targets = Targets with a number
documents-beside-money = Amounts of money
documents-beside-count = number
documents-beside-rate = per 10,000 words
documents-beside-ratio = Ratio
documents-beside-interval = 95 % interval
documents-beside-unbounded = without bound
documents-beside-only = only on the left
documents-beside-clusters = The ratio is left divided by right. Words often stand together. So the true margin is wider than what you see here.

# A person decides: kapstok read review, decide, agree, desk
help-read-review = Write what is to be decided about a document, for a person to fill in
help-read-review-document = The document
help-read-review-ask = A manifesto, motion or petition: what the document answers to it is then decided too
help-read-review-recipe = A reading recipe: its file, its folder or its name
help-read-review-out = The file to write (.jsonl, .csv or .xlsx)
help-read-decide = Hold decisions against the document, show what follows from them, and write it into the log
help-read-decide-decisions = The decisions (.jsonl, .csv or .xlsx)
help-read-decide-document = The document that they are about
help-read-decide-ask = The manifesto, motion or petition whose answers were decided too
help-read-decide-recipe = A reading recipe: its file, its folder or its name
help-read-decide-by = The role that decides
help-read-decide-date = The day since which it holds (2026-11-29); without it, today
help-read-decide-dated = The day of the document, from which a term such as four years counts
help-read-decide-check = Only say whether all is right
help-read-decide-write = Write it into the log; without it, what would happen is shown and nothing else
help-read-agree = Work out how far two readers agree, and show where they differ
help-read-agree-first = The decisions of one reader
help-read-agree-second = Those of the other reader
help-read-agree-json = Print the same as JSON
help-read-desk = Open a page on this machine on which a person decides, statement by statement
help-read-desk-document = The document
help-read-desk-ask = A manifesto, motion or petition: what the document answers to it is then decided too
help-read-desk-recipe = A reading recipe: its file, its folder or its name
help-read-desk-by = The role that decides
help-read-desk-dated = The day of the document, from which a term such as four years counts
help-read-desk-blind = Show nothing of what others decided: so a second reader reads
help-read-desk-port = The port; with 0 any that is free
help-value-decisions = FILE
help-value-dated = DAY
review-sheet = decisions
review-written = { $n ->
    [one] 1 statement stands
   *[other] { $n } statements stand
 } in { $path }: promises { $commitment }, targets and numbers { $target }, money { $money }, about an area { $area }, answers { $ask }
    Fill in `act` (accept, change or reject). Then: kapstok read decide
review-withdrawn = The reader no longer takes this for a promise or target
review-act-accept = accepted
review-act-change = changed
review-act-reject = rejected
decide-right = all { $n } decisions fit the document, which has { $of } statements to decide on
decide-decided = { $act }: { $place }: { $quote }
decide-promise = → promise { $id }, { $n ->
    [one] 1 area
   *[other] { $n } areas
 }
decide-promise-without-area = → promise { $id }, without an area: `kapstok agenda holes` names it
decide-promise-changed = → promise { $id } changes
decide-target = → target { $id } of { $area }
decide-target-changed = → target { $id } of { $area } changes
decide-withdrawn = → { $id } is withdrawn
decide-nothing = nothing new: the log has these decisions already ({ $known })
decide-none = no row of { $file } has a decision: fill in the column `act` (accept, change or reject)
decide-would = { $n ->
        [one] 1 decision
       *[other] { $n } decisions
    } and { $promises ->
        [one] 1 new promise
       *[other] { $promises } new promises
    } would enter the log, { $without } of these without an area; there already: { $known }
    With --write it is written
decide-written = written: { $n ->
        [one] 1 decision
       *[other] { $n } decisions
    } and { $promises ->
        [one] 1 new promise
       *[other] { $promises } new promises
    }, { $without } of these without an area; there already: { $known }
    Head of the log: { $head }
agree-head = { $first }: { $n } decisions; { $second }: { $m } decisions; both decided on { $both } statements
agree-column-question = question
agree-column-n = statements
agree-column-differ = differ
agree-column-alpha = alpha
agree-column-interval = 95 % interval
agree-bounds = { $lower } to { $upper }
agree-nothing-to-pair = no alpha: nobody decided together with another
agree-no-variation = no alpha: both say the same everywhere, and so they would by chance
agree-differ = { $n ->
    [0] They differ on no statement
    [one] They differ on 1 statement:
   *[other] They differ on { $n } statements:
 }
agree-row = row { $first } and row { $second }: { $quote }
agree-none = nothing
agree-caution = Alpha is 1 where both agree everywhere, and 0 where it is no better than chance (Krippendorff). Who only confirms what the rules propose seems to agree more than who reads without a proposal.
review-field-act = decision
review-field-framing = framing
review-field-scale = scale
review-field-domains = domains
review-field-areas = areas
review-field-commitment = promise
review-field-actor = who promises
review-field-grade = kind of target
review-field-role = role of the number
review-field-quantity = how much
review-field-unit = of what
review-field-direction = direction
review-field-deadline = by when
review-field-amount = amount
review-field-period = period of the amount
review-field-verdict = answer
review-field-answer = where the answer stands
agenda-field-quote = quote
agenda-field-seen = what the rules said
agenda-field-changes = what the reader changed
agenda-event-decided-accept = statement on page { $page } of the file of a document accepted: { $quote }
agenda-event-decided-change = statement on page { $page } of the file of a document accepted with changes: { $quote }
agenda-event-decided-reject = statement on page { $page } of the file of a document rejected: { $quote }
page-agenda-event-decided-accept = Statement on page { $page } of the file of a document accepted: { $quote }
page-agenda-event-decided-change = Statement on page { $page } of the file of a document accepted with changes: { $quote }
page-agenda-event-decided-reject = Statement on page { $page } of the file of a document rejected: { $quote }
K0870 = { $n ->
    [one] 1 row is
   *[other] { $n } rows are
 } of the reader `{ $found }`, and you write as `{ $reader }`: these do not count now
    .hint = do the same with `--by "{ $found }"`
    .explain = A decision stands in the log under the name of who decided. A file may have rows of several readers; they are written down one reader at a time.
K0871 = there is no table of decisions in `{ $found }`
    .hint = make the file with `kapstok read review`
    .explain = A file of decisions has the columns of `kapstok read review`, with their titles in the first row, or one decision a line in JSON.
K0872 = `{ $found }` does not end as it should here
    .hint = let the name end in .jsonl, .csv or .xlsx
    .explain = The end of the name says in which form decisions are written and read.
K0873 = { $id } stays in the agenda, though a reader now decides otherwise: { $case ->
        [differs] the readers differ
       *[used] something rests on it
    }
    .hint = decide yourself, with `kapstok agenda withdraw`
    .explain = A promise that an action or an area counts on does not go away by the decision of a reader. And while readers differ, nobody knows what should stand there.
K0874 = { $case ->
        [several] several areas are called `{ $found }`
       *[none] no area is called `{ $found }`
    }
    .hint = { $case ->
        [several] give the code of one of these: { $nearest }
       *[none] did you mean `{ $nearest }`?
    }
    .explain = The areas of a promise are given by code or name, with commas between them. Leave the field empty for a promise that names no area.
K0875 = a cell would be too long for a workbook
    .hint = write .csv or .jsonl
    .explain = A cell of a workbook has room for 32,767 signs.
K0876 = the log has this decision already
    .hint = go on with the next statement
    .explain = A decision that says the same as the last one of the same reader is not written down again.
K0877 = on no statement did both readers decide: `{ $first }` and this file
    .hint = give two files about the same document
    .explain = Agreement can be worked out over statements on which both readers decided. Another version of a document is another document.
K0878 = there is nothing to decide about this document
    .hint = see with `kapstok read` what was found in it
    .explain = No promise, no target, no amount and no area was found in it, and no document that asks was given.
K0879 = this reader decided otherwise since, and that stays: { $quote }
    .hint = to have the earlier decision back, add a `note`, or decide on the page: `kapstok read desk`
    .explain = A file that is read again does not take back what was decided since.
K0886 = the log had this decision, and words or the name of it were taken out: it is not written again: { $quote }
    .hint = to decide anew, decide on the page: `kapstok read desk`
    .explain = What was taken out of the log would come back with an old file.
K0887 = no statements can be written to `{ $found }`
    .hint = let the name end in .jsonl or .csv
    .explain = The end of the name says in which form statements are written. For a workbook to fill in there is `kapstok read review`.

# The page of a reader
review-desk-at = { $n } statements of { $title }: { $address }
review-title = Decisions on { $title }
review-role = You read as { $role }. Each decision enters the log with the date of today, and stays there.
review-role-blind = You read as { $role }, and do not see what others decided. Each decision enters the log with the date of today, and stays there.
review-progress = { $decided } of { $all } decided
review-filter-kind = Kind
review-filter-left = only what is still open
review-filter-show = Show
review-kind-all = all
review-kind-commitment = promise
review-kind-target = target or number
review-kind-money = money
review-kind-area = about an area
review-kind-ask = answer to an ask
review-kind-option = { $kind } ({ $n })
review-none = There is no statement of this kind.
review-all-decided = Everything of this kind is decided.
review-nav = Statements
review-statement = Statement { $number } of { $all }
review-before = Previous
review-after = Next
review-first = This is the first
review-last = This is the last
review-undecided = still open
review-own = you decided on { $day }: { $act }
review-own-reason = you decided on { $day }: { $act }, because: { $reason }
review-other = { $role } decided: { $act }
review-differs = The readers differ on this statement.
review-moved = The rules now say something else than when it was decided. The decision stands.
review-here = Start of the statement:
review-here-end = End of the statement.
review-fields = What the rules propose, and what you make of it
review-column-field = Field
review-column-rule = By the rules
review-column-own = By you
review-column-number = Number
review-column-quote = Statement
review-column-page = Page
review-column-kind = Kind
review-column-state = Decision
review-nothing = –
review-doubt = not sure
review-hint-areas = Code or name, with commas between them. Empty: the promise names no area.
review-hint-deadline = A year (2030), a day (2030-06-30), or a term (P4Y is four years)
review-reason = Reason (needed to reject)
review-note = Remark
review-written-yet = The decision is written. This stays as it was:
review-to-form = To the form
review-accept = Accept
review-change = Change
review-reject = Reject
review-keys = Keys: a accept, c change, r reject, j next, k previous. Esc leaves a field.
review-list = { $n ->
    [one] The statement in a list
   *[other] All { $n } statements in a list
 }
review-value-area = area
review-value-domains = domains
review-value-both = both
review-value-neither = neither
review-value-firm = firm
review-value-soft = soft
review-value-none = none
review-value-T1 = T1: a term only
review-value-T2 = T2: a number only
review-value-T3 = T3: a number and a term
review-value-outcome = outcome
review-value-parameter = parameter of a scheme
review-value-fact = fact
review-value-taken-up = taken up
review-value-partly = partly taken up
review-value-elsewhere = mentioned elsewhere
review-value-not-found = not found
