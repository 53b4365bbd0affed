## Woorden rond problemen
weight-error = fout
weight-warning = waarschuwing
weight-note = opmerking
times = { $count } keer
place-sheet = blad { $value }
place-row = rij { $value }
place-column = kolom `{ $value }`
invented = VERZONNEN VOORBEELD: geen gebied, cijfer of organisatie hierin bestaat

## Waarom een opdracht ophield
failure-problems = { $n ->
    [one] 1 fout; er is niets geschreven en de vorige build staat er nog
   *[other] { $n } fouten; er is niets geschreven en de vorige build staat er nog
 }
failure-io = `{ $path }` is niet te gebruiken: { $message }
failure-no-workspace = geen kapstok.toml in `{ $dir }`
    hint: maak een werkmap met `kapstok init { $dir }`
failure-no-build = in `{ $dir }` is nog niets gebouwd
    hint: `kapstok build { $dir }`
failure-store = `{ $path }` is niet te lezen of te schrijven zoals het hoort: { $message }
failure-not-found-area = geen gebied heeft de code of naam `{ $found }`
    hint: bedoelde je `{ $nearest }`? Een naam die meer gebieden delen heeft zijn code nodig
failure-not-found-indicator = geen indicator heet `{ $found }`
    hint: bedoelde je `{ $nearest }`?
failure-not-found-period = geen cijfer over `{ $found }`
    hint: bedoelde je `{ $nearest }`?
failure-not-found-column = geen bron geeft `{ $found }` op dit niveau
failure-not-found-level = geen niveau `{ $found }` in deze build
failure-not-found-code = geen probleem heeft de code `{ $found }`
    hint: een code is een K en vier cijfers, zoals `{ $nearest }`
failure-not-found-municipality = geen gemeente heeft de naam of code `{ $found }`
    hint: bedoelde je `{ $nearest }`?
failure-not-found-output = het recept geeft geen kolom `{ $found }`
    hint: bedoelde je `{ $nearest }`?
failure-network = `{ $url }` is niet op te halen: { $message }
    hint: met de bestanden in een map: `kapstok fetch MAP --from ANDERE-MAP`

## Voortgang
progress-sources = Bronnen lezen
progress-writing = Cijfers schrijven
progress-fetch = Ophalen

## Check
check-good = geen fouten; { $warnings } waarschuwingen, { $notes } opmerkingen

## Build
build-done = Gebouwd in { $seconds } s: { $dir }
build-reused = (cijfers van de vorige build gehouden: alleen recepten zijn veranderd)
build-level = { $level }: { $n } gebieden, indeling van { $year }
build-cells = { $known } cijfers, { $missing } cellen zonder:
build-reason = { $n } { $reason }
build-recipe = recept { $id }: { $n } gebieden met een score
build-notes = { $n } opmerkingen in build/current/problems.json
build-next = Verder: kapstok why { $dir } GEBIED INDICATOR, of kapstok area { $dir } GEBIED

## Niveaus
level-year = { $level ->
    [country] land
    [municipality] gemeente
    [district] wijk
    [neighbourhood] buurt
   *[other] { $level }
 }, indeling van { $year }
level-country = land
level-municipality = gemeente
level-district = wijk
level-neighbourhood = buurt
level-lsoa = LSOA
level-data-zone = datazone
level-county = county
level-tract = tract

## Redenen
reason-secret = geheim
reason-not-measured = niet gemeten
reason-cannot-occur = kan niet voorkomen
reason-not-yet-out = nog niet uit
reason-lost-in-recoding = verloren bij herindeling
reason-too-few-residents = te weinig inwoners
source-mark = de bron drukt `{ $mark }`
provisional = voorlopig

## Waarom
why-interval = marges
why-rounding = afgerond, dus
why-kind = soort
why-population = deel van
why-source = bron
why-file = bestand
why-sha256 = SHA-256
why-sheet = blad
why-row = rij
why-column = kolom
why-licence = licentie
why-attribution = bronvermelding
why-retrieved = opgehaald
why-map = indeling bestand
why-steps = stappen
why-other-periods = ook over
no-one-row = geen enkele rij: uit meer gebieden gemaakt, of niet in het bestand
kind-register = register
kind-survey = enquête
kind-model = modelschatting
kind-derived = afgeleid
modelled-from = gemodelleerd uit
population-residents = alle inwoners
population-adults = inwoners van 18 jaar en ouder
population-households = huishoudens
population-children = inwoners jonger dan 18
population-dwellings = woningen
step-read = gelezen uit { $file }
step-filtered = rijen waar `{ $column }` gelijk is aan `{ $kept }`
step-scaled = vermenigvuldigd met { $factor }
step-rebased = van de indeling van { $from } naar die van { $to } gebracht met { $way } ({ $rule })
step-derived = door { $by } berekend uit { $from }
same-codes-only = alleen gelijke codes, zonder bewijs dat de grens dezelfde is
rebased-share = { $share } % van de inwoners komt uit gebieden die zijn verdeeld; bewijs: { $evidence }
rebased-part = uit { $area }: { $share } % daarvan ligt hier
evidence-same-map = dezelfde indeling
evidence-not-listed-as-changed = niet als gewijzigd genoemd
evidence-one-to-one = een gepubliceerde tabel, één op één
evidence-residents = getelde inwoners
evidence-homes = getelde woningen
evidence-addresses = getelde adressen
evidence-surface = oppervlakte
evidence-same-code-unverified = zelfde code, niet geverifieerd

## Gebied
area-figures = Cijfers
area-burdens = Opgaven die samenkomen in dit gebied
area-burdens-line = { $n } van { $known } bekende domeinen (van { $of }), uit { $sources } onafhankelijke bronnen: { $domains }
area-burdens-none = 0 van { $known } bekende domeinen (van { $of })
area-burdens-not-counted = niet geteld: { $reason }
area-worst = Een domein telt als het gebied hoort bij de { $fraction } % met de grootste opgave van zijn niveau
area-not-people = Dit zegt niets over personen: wie de ene last draagt, hoeft de andere niet te dragen
area-bounds = Mensen met minstens { $m } van { $k } lasten ({ $over }): tussen { $lower } % en { $upper } %
area-bounds-not = Mensen met meer lasten: niet te berekenen ({ $reason })
bounds-mixed-populations = de aandelen gaan over verschillende groepen mensen
bounds-no-shares = minder dan twee van de cijfers zijn aandelen van mensen
bounds-missing-share = er ontbreekt hier een aandeel
area-sources = Bronnen
area-next = Waar een cijfer vandaan komt: kapstok why { $dir } { $area } INDICATOR
not-counted-too-few-residents = te weinig inwoners
not-counted-no-figure = geen domein met een cijfer

## Demo
demo-where = Werkmap van de verzonnen streek: { $dir }
demo-truth = De waarheidstoets: de generator weet wat de cijfers alleen doen vermoeden
demo-truth-bounds = grenzen: het ware aandeel mensen met minstens { $m } van { $k } lasten ligt erbinnen in { $inside } van { $n } gebieden
demo-truth-intervals = marges: { $inside } van { $n } gepubliceerde 95 %-marges bevatten het ware cijfer ({ $share } %)
demo-next = Wat nu
demo-next-why = waar één cijfer vandaan komt
demo-next-area = een ander gebied
demo-next-check = de werkmap nakijken
demo-next-reconcile = totalen naast gepubliceerde totalen
demo-next-init = een werkmap van je eigen stad

## Ophalen
fetch-file = { $source }: { $name }, { $bytes } bytes, licentie { $licence }
    SHA-256 { $sha256 }
fetch-kept = { $source }: { $name } is zoals het slot zegt
fetch-match = { $source }: tabel { $table }, "{ $title }"
fetch-done = { $n } bestanden in { $dir }

## Begin
init-done = { $dir } gemaakt
init-next = Verder: kapstok fetch { $dir }, kapstok build { $dir }

## Conformiteit
conformance-line = { $index } · { $column }: { $compared } vergeleken, { $equal } gelijk, grootste verschil { $max }, { $unexplained } onverklaard, { $listed } genoemd, { $unmatched } gebieden in maar een van beide
conformance-stale = genoemd, maar verschilt niet meer
conformance-absent = { $index }: niet gedraaid, { $file } is er niet
conformance-total = { $good } kolommen gelijk, { $bad } niet

## Aansluiting
reconcile-sheet-summary = Samenvatting
reconcile-sheet-lines = Regels
reconcile-what = Som van de kleinere gebieden (van ons) naast het gepubliceerde totaal van het grotere gebied, met de oorzaak van elk verschil
reconcile-level = niveau
reconcile-area = code
reconcile-name = naam
reconcile-indicator = indicator
reconcile-period = periode
reconcile-summed = opgeteld uit
reconcile-published = gepubliceerd
reconcile-ours = van ons
reconcile-difference = verschil
reconcile-cause = oorzaak
reconcile-n = regels
reconcile-rounding = afronding staat toe
reconcile-n-areas = gebieden
reconcile-n-missing = zonder cijfer
reconcile-n-secret = geheim
reconcile-n-lost = verloren bij herindeling
reconcile-n-changed = uit verdeelde gebieden
reconcile-line = { $n } regels: { $cause }
reconcile-done = { $n } totalen vergeleken; { $file }
cause-none = geen verschil
cause-rounding = afronding
cause-secret-cells = geheime cellen
cause-missing-cells = cellen zonder cijfer
cause-lost-in-recoding = verloren bij herindeling
cause-recoding = herindeling
cause-unexplained = onverklaard

## Kolommen
columns-form = vorm: { $form }
columns-form-unknown = vorm: geen ingebouwde; wijs de kolommen toe in kapstok.toml
columns-rows = { $rows } rijen, { $columns } kolommen
columns-filled = gevuld
columns-marks = tekens

## Werkmap
K0400 = kapstok.toml is niet te lezen: { $found }
    .hint = vergelijk met docs/reference/workspace.md
    .explain = Het bestand is geen TOML, of er staat een sleutel in die deze versie niet kent. Een sleutel met een tikfout wordt geweigerd: een instelling die stil wordt overgeslagen kost meer.
K0401 = versie { $found } van kapstok.toml is niet bekend
    .hint = typ `kapstok = 1`
    .explain = De eerste regel zegt welke versie van de vorm het bestand heeft. Dit programma kent versie 1.
K0402 = land `{ $found }` is niet ingebouwd en geen bestand van deze werkmap
    .hint = bekend: { $known }
    .explain = Een land is een klein bestand met zijn niveaus en de vorm van hun codes. Noem een ingebouwd land, of schrijf er zelf een naast kapstok.toml.
K0403 = het landbestand is niet te gebruiken: { $found }
    .hint = vergelijk met de ingebouwde landbestanden
    .explain = Een landbestand noemt de niveaus van groot naar klein, elk met de vormen van zijn codes en het niveau waar het in ligt.
K0404 = `{ $found }` is geen id van een indicator
    .hint = kleine letters, cijfers en `_`, met een letter voorop
    .explain = Ids van indicatoren staan in recepten, opdrachten en bestandsnamen, dus is hun vorm streng.
K0405 = `{ $found }` is geen waarde van `{ $key }`
    .hint = een van: { $known }
    .explain = Sommige eigenschappen van een indicator hebben een vaste reeks waarden. Wat daar niet in staat kan niemand nakijken.
K0406 = `{ $found }` is geen niveau van dit land
    .hint = een van: { $known }
    .explain = Elk niveau van de werkmap heeft één indeling, in [boundary_years] genoemd bij de naam van het niveau in het landbestand.
K0407 = `{ $found }` leidt uit de werkmap
    .hint = een gewone naam binnen de werkmap, zonder `..` en zonder `/` voorop
    .explain = Een werkmap leest alleen eigen bestanden: bronnen bij hun naam in sources/, recepten met een pad onder de werkmap.
K0408 = `rebase` van `{ $id }` is niet te lezen
    .hint = "split", "crosswalk", "only-whole" of {"{"} weighted_by = "indicator" {"}"}
    .explain = Elke indicator zegt hoe hij van de ene naar de andere indeling gaat: aantallen worden verdeeld, aandelen en gemiddelden gewogen, medianen en rangnummers gaan alleen heel mee.
K0409 = `{ $id }` staat er twee keer
    .hint = houd er een
    .explain = Ids zijn namen: twee dingen met één naam zijn later niet uit elkaar te houden.
K0410 = `{ $found }` is geen indicator van deze werkmap
    .hint = bedoelde je `{ $nearest }`? Voeg anders een [[indicator]] toe
    .explain = Een kolom mag alleen worden gelezen in een indicator die zegt wat hij betekent: eenheid, richting, soort, licentie.
K0411 = de gebieden van `{ $level }` moeten uit `{ $found }` komen, maar dat is geen bron
    .hint = bedoelde je `{ $nearest }`?
    .explain = [areas] noemt voor een niveau de ene bron waarvan de rijen de gebieden zijn.
K0412 = geen bron geeft de gebieden van `{ $level }` op de indeling van { $year }
    .hint = zet [boundary_years] op het jaar van een bron, of voeg een bron van { $year } toe
    .explain = De gebieden van een niveau komen uit bronnen waarvan de codes bij de indeling van dat niveau horen. Zonder zo'n bron kan er niets op worden gebracht.
K0413 = { $n } gebieden van `{ $level }` op de indeling van { $from } hebben geen gebied op de indeling van { $year }
    .hint = voeg een [[crosswalk]] van { $from } naar { $year } toe
    .explain = Codes van de ene indeling kunnen op de andere weg zijn. Cijfers van zulke gebieden verdwijnen niet stil: de gebieden waar niets in terechtkwam zeggen `verloren bij herindeling`.
K0414 = `{ $second }` geeft `{ $indicator }` over { $period } op niveau `{ $level }`, dat `{ $first }` al gaf
    .hint = het eerste telt; haal de kolom bij een van beide weg
    .explain = Twee bronnen geven hetzelfde cijfer. Dat van de bron die het eerst in kapstok.toml staat wordt gebruikt.
K0420 = sources/kapstok.lock is niet te lezen: { $found }
    .hint = `kapstok fetch MAP` schrijft het opnieuw
    .explain = Het slot zegt wat er wanneer is opgehaald en met welke hash. Zonder slot missen cijfers hun datum en hash.
K0421 = `{ $name }` staat niet in sources/
    .hint = `kapstok fetch MAP`, of `kapstok fetch MAP --from ANDERE-MAP`
    .explain = kapstok.toml noemt een bestand dat niet is opgehaald.
K0422 = de bytes zijn niet die van het slot: { $found }, verwacht { $expected }
    .hint = `kapstok fetch MAP` als de verandering bedoeld is
    .explain = Het bestand is veranderd sinds het is opgehaald. Een cijfer moet terug te leiden zijn tot de bytes die zijn opgehaald, dus een veranderd bestand wordt niet gebruikt.
K0423 = `{ $name }` is groter dan 256 MiB
    .hint = haal een kleinere selectie op
    .explain = Het grootste landelijke bestand dat we tegenkwamen is een derde hiervan. Een groter bestand wordt geweigerd voordat het geheugen vol is.
K0430 = het recept `{ $name }` is er niet
    .hint = het pad is gerekend vanaf kapstok.toml
    .explain = kapstok.toml noemt een recept dat niet bestaat.
K0431 = geen niveau `{ $level }` in deze werkmap
    .hint = een van: { $known }
    .explain = Een recept zegt op welk niveau het wordt gemaakt. Dat niveau moet een indeling hebben in [boundary_years].
K0432 = de beleidstekst `{ $name }` is er niet
    .hint = schrijf waarom deze cijfers bij elkaar staan, en beantwoord elke waarschuwing
    .explain = Een recept zonder redenen is een formule waar niemand over kan praten. De beleidstekst ligt ernaast.
K0433 = het recept is niet te draaien: { $found }
    .hint = `kapstok explain { $file }` toont de stappen
    .explain = Het recept is goedgekeurd, maar een stap heeft niets om mee te werken: bijvoorbeeld een logaritme van een cijfer onder nul.
K0440 = conformance.toml is niet te lezen: { $found }
    .hint = vergelijk met docs/reference/conformance.md
    .explain = Een conformiteitsmap noemt een recept, de invoer, het gepubliceerde bestand, de sleutel en de kolommen die worden vergeleken.
K0441 = geen kolom `{ $found }` in het bestand
    .hint = bedoelde je `{ $nearest }`?
    .explain = Een kolom die conformance.toml of een recept noemt staat niet in de tabel.
K0442 = de sleutel `{ $found }` staat er twee keer
    .hint = elk gebied mag één rij hebben
    .explain = Tabellen worden op hun sleutel samengevoegd, dus moet een sleutel in elk bestand uniek zijn.
K0443 = `{ $found }` is geen getal
    .hint = noem het onder `missing` als het voor geen cijfer staat
    .explain = In een cel van een kolom met getallen staat iets anders.
K0501 = `{ $name }` staat niet in de map, of er staan er meer met die naam onder
    .hint = zet het bedoelde bestand direct in de map
    .explain = Met `--from` komt er niets over het netwerk: elk bestand dat kapstok.toml noemt moet in die map staan of er één keer onder.
K0502 = bron `{ $source }` noemt geen `url` en geen `odata`
    .hint = voeg `url = "..."` toe, of haal het bestand uit een map: `kapstok fetch MAP --from ANDERE-MAP`
    .explain = Nergens staat waar het bestand is op te halen.
K0503 = de uitgever heeft het bestand veranderd: nu { $found }, eerst { $before }
    .hint = kijk wat er veranderd is voordat je erop bouwt
    .explain = Onder dezelfde naam zijn andere bytes gepubliceerd. De nieuwe staan in sources/ en in het slot.
K0444 = het recept zegt niet in welke kolom de gebiedscodes staan
    .hint = voeg `areas = {"{"} key = "TITEL" {"}"}` toe
    .explain = Op losse tabellen noemt een recept de kolom met de gebiedscode; in een werkmap zijn de gebieden bekend.

## Domeinen
domain-income = inkomen
domain-debt = schulden
domain-health = gezondheid
domain-mental = stress en psyche
domain-care = bevolkingsonderzoek en zorg
domain-school = school
domain-work = werk
domain-safety = veiligheid
domain-youth = jeugd en justitie
domain-housing = wonen
domain-violence = geweld thuis
domain-together = samenleven
area-rebased = van een andere indeling gebracht; `why` zegt hoe
K0415 = geen gemeente `{ $found }` in deze werkmap
    .hint = bedoelde je `{ $nearest }`?
    .explain = De werkmap is van één gemeente binnen het land, bij naam of code.
not-counted-excluded = een regel van het recept laat het weg
not-counted-too-few-known = te weinig domeinen met een cijfer
bounds-not-a-share = een cijfer is geen aandeel van mensen
bounds-too-few-burdens = minder lasten dan gevraagd
columns-code = code van { $level }
columns-number = getal
columns-text = tekst
columns-empty = leeg
build-doubts = waarschuwingen: { $list }; in woorden: kapstok check { $dir }
demo-why = Waar één cijfer vandaan komt, hier een dat op de indeling van voor 2022 is gepubliceerd
demo-truth-pairs = grenzen: het ware aandeel mensen met beide lasten van een paar ligt erbinnen in { $inside } van { $n } gevallen
domain-self-reliance = zelfredzaamheid
