# SPDX-FileCopyrightText: Kapstok contributors
# SPDX-License-Identifier: EUPL-1.2
### Alle woorden die mensen zien, in het Nederlands. Codes Kdddd zijn problemen: zin, hint (wat te typen), uitleg.

## Woorden rond problemen
weight-error = fout
weight-warning = waarschuwing
weight-note = opmerking
times = { $count ->
    [one] 1 keer
   *[other] { $count } keer
 }
place-sheet = blad { $value }
place-row = rij { $value }
place-column = kolom `{ $value }`
invented = VERZONNEN VOORBEELD: geen gebied, cijfer of organisatie hierin bestaat

## Waarom een opdracht ophield
failure-problems = { $n ->
    [one] 1 fout
   *[other] { $n } fouten
 }
failure-io = `{ $path }` is niet te gebruiken: { $message }
failure-no-workspace = geen kapstok.toml in `{ $dir }`
    hint: maak een werkmap met `kapstok init { $dir }`
failure-exists = `{ $path }` bestaat al en is niet van deze opdracht: er is niets geschreven
    hint: kies een andere naam, of haal het eerst weg
failure-not-a-site = fout[{ $code }]: `{ $path }` bestaat al en is geen site van Kapstok: er is niets geschreven
    hint: kies een map die er nog niet is of leeg is, of de map van een eerdere `kapstok export site`
failure-site-clash = twee pagina's of bestanden van de site zouden allebei `{ $file }` heten: er is niets geschreven
    hint: twee gebieden, indicatoren of rekenrecepten hebben namen die alleen in hoofdletters verschillen, en dat is op veel schijven één naam: hernoem er een
failure-no-build = in `{ $dir }` is nog niets gebouwd
    hint: `kapstok build { $dir }`
failure-store = `{ $path }` is niet te lezen of te schrijven zoals het hoort ({ $message })
failure-store-build = fout[{ $code }]: `{ $path }` is beschadigd, of niet van deze versie ({ $message })
    hint: bouw opnieuw: `kapstok build { $dir }`
failure-not-found-area = geen gebied heeft de code of naam `{ $found }`
    hint: bedoelde je `{ $nearest }`?
failure-not-found-area-named = geen gebied heet precies `{ $found }`
    hint: bedoelde je { $nearest }?
failure-not-found-area-empty = het gebied is leeg: er staat niets tussen de aanhalingstekens
    hint: typ een code of een naam, zoals GM0363
failure-not-found-indicator-empty = de indicator is leeg: er staat niets tussen de aanhalingstekens
    hint: typ de id van een indicator, zoals { $nearest }
failure-not-at-level = `{ $found }` heeft geen cijfers op het niveau { $level }
    hint: wel op: { $levels }
failure-not-found-recipe = in de map `{ $found }` staat geen recipe.toml
failure-not-found-recipe-named = in de map `{ $found }` staat geen recipe.toml
    hint: noem het bestand. Er zijn: { $nearest }
failure-is-workspace = `{ $dir }` is al een werkmap: er staat een kapstok.toml in
    hint: kies een andere map, of ga verder met `kapstok check { $dir }`
system-not-found = er is geen bestand of map met die naam
system-not-allowed = je mag er niet bij
system-exists = er staat al iets met die naam
system-is-folder = het is een map, geen bestand
system-no-folder = een deel van het pad is een bestand, geen map
system-full = de schijf is vol
system-read-only = er mag op die schijf niet worden geschreven
system-damaged = het bestand is beschadigd, afgebroken of van een andere soort
system-other = het systeem weigert
failure-not-found-indicator = geen indicator heet `{ $found }`
    hint: bedoelde je `{ $nearest }`?
failure-not-found-period = geen cijfer over `{ $found }`
    hint: er zijn cijfers over { $nearest }
failure-not-found-level = deze build kent het niveau `{ $found }` niet
failure-not-found-level-export = deze build heeft geen niveau `{ $found }`
    hint: er zijn: { $nearest }
failure-not-found-map = `{ $found }` heeft geen kaart
    hint: neem csv, csv.zip, xlsx of parquet
failure-not-found-map-in-degrees = de kaart van `{ $found }` staat in { $nearest }; dat is hier niet om te zetten naar lengte en breedte
    hint: neem gpkg, die heeft de kaart zoals zij is
failure-not-found-format = de naam `{ $found }` zegt niet welke vorm het wordt
    hint: laat hem eindigen op een van deze, of gebruik --format: { $nearest }
failure-not-found-code = geen probleem heeft de code `{ $found }`
    hint: een code is een K en vier cijfers, zoals `{ $nearest }`
failure-not-found-municipality = geen gemeente heeft de naam of code `{ $found }`
    hint: bedoelde je `{ $nearest }`?
failure-not-found-output = het recept geeft geen kolom `{ $found }`
    hint: bedoelde je `{ $nearest }`?
failure-not-recorded = fout[{ $code }]: er is niets vastgelegd, en wat er stond staat er nog: `{ $path }` is niet te schrijven: { $message }
    hint: maak ruimte, of zorg dat je mag schrijven, en doe het nog eens
failure-not-found-day = `{ $found }` is geen dag
    hint: typ een dag zoals { $nearest }
failure-not-found-thing = niets heet hier `{ $found }`
    hint: typ een korte naam zoals a12, van het soort dat je bedoelt; kapstok agenda show toont ze
failure-not-found-version = er is geen versie `{ $found }`
    hint: er zijn: { $nearest }
failure-not-found-version-none = er is nog geen versie vastgesteld: `{ $found }` is er niet
    hint: kapstok agenda adopt maakt de eerste

## Voortgang
progress-sources = Bronnen lezen
progress-writing = Cijfers schrijven
progress-fetch = Ophalen
progress-documents = Documenten lezen
progress-site = Site schrijven

## Check
check-good = geen fouten; { $warnings ->
    [one] 1 waarschuwing
   *[other] { $warnings } waarschuwingen
 }, { $notes ->
    [one] 1 opmerking
   *[other] { $notes } opmerkingen
 }

## Build
build-done = Gebouwd in { $seconds } s: { $dir }
build-reused = (cijfers van de vorige build gehouden: alleen recepten zijn veranderd)
build-level = { $level }: { $n ->
    [one] 1 gebied
   *[other] { $n } gebieden
 }, indeling van { $year }
build-municipality = van { $name } ({ $code }): { $inside }; de andere staan er ter vergelijking
build-cells = { $known ->
    [one] 1 cijfer
   *[other] { $known } cijfers
 }, { $missing ->
    [one] 1 cel zonder
   *[other] { $missing } cellen zonder
 } cijfer{ $missing ->
    [0] {""}
   *[other] :
 }
build-reason = { $n } { $reason }
build-recipe = recept { $id }: { $n ->
    [one] 1 gebied
   *[other] { $n } gebieden
 } met een score
build-stands = er is niets gebouwd; een build die er stond staat er nog
build-notes = { $n ->
    [one] 1 opmerking
   *[other] { $n } opmerkingen
 } in build/current/problems.json
build-next = Verder: kapstok why { $dir } GEBIED INDICATOR, of kapstok area { $dir } GEBIED

## Niveaus
level-year = { $level ->
    [country] land
    [municipality] gemeente
    [district] wijk
    [neighbourhood] buurt
    [lsoa] LSOA
    [data-zone] datazone
    [intermediate-zone] tussenzone
    [council-area] council area
    [state] staat
    [county] county
    [tract] tract
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
level-intermediate-zone = tussenzone
level-council-area = council area
level-state = staat

## Redenen
reason-secret = geheim
reason-not-measured = niet gemeten
reason-cannot-occur = kan niet voorkomen
reason-not-yet-out = nog niet uit
reason-lost-in-recoding = verloren bij herindeling
reason-too-few-residents = te weinig inwoners
reason-withheld-with-others = achtergehouden om een klein gebied te beschermen
source-mark = de bron drukt `{ $mark }`
provisional = voorlopig

## Waarom
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
errors-title = Vier fouten, elk apart
errors-sampling = steekproef
errors-model = model
errors-rounding = afronding en geheim
errors-age = ouderdom
errors-margins = marges van de bron: { $lower } tot { $upper }
errors-register = geteld en niet gevraagd; als toeval achter de telling, zoals recept { $recipe } aanneemt: { $lower } tot { $upper } (95 %)
errors-register-of-unknown = recept { $recipe } neemt aan dat er toeval achter de telling zit; over hoeveel mensen het cijfer gaat, is hier niet bekend, dus ook niet hoe groot dat toeval is
errors-register-not-stated = niet opgegeven; een register telt iedereen, en niemand zegt hier dat er toeval achter de telling zit
errors-points = { $value } procentpunt
errors-not-stated = niet opgegeven
errors-no-figure = er is geen cijfer
errors-no-model = geen schatting uit een model
errors-model-stated = standaardfout { $size } (opgegeven in recept { $recipe })
errors-model-not-stated = niet opgegeven, en het cijfer is een schatting uit een model
errors-rounded = afgerond op { $step }, dus hooguit { $half } ernaast
errors-exact = op dit niveau niet afgerond
errors-of-parts = gemaakt uit meer gebieden; wat afronding met de som deed, is niet bekend
errors-secret = geheim bij minder dan { $below } mensen; elk aantal van 0 tot en met { $most } kan
errors-secret-not-stated = geheim; de regel daarvoor is niet opgegeven
errors-newest = over { $year }, het nieuwste jaar in deze gegevens
errors-age-moved = over { $year }, { $years ->
    [1] een jaar
   *[other] { $years } jaar
} ouder dan het nieuwste in deze gegevens; gebieden schoven per jaar ongeveer { $size } ten opzichte van elkaar
errors-age-not-stated = over { $year }, { $years ->
    [1] een jaar
   *[other] { $years } jaar
} ouder dan het nieuwste in deze gegevens; hoe ver gebieden per jaar schuiven ten opzichte van elkaar, is niet bekend
errors-unknown = niet opgegeven: { $errors }
page-errors = Hoe zeker zijn deze cijfers? ({ $domain })
page-errors-note = Een fout waarvan niemand de grootte opgeeft, kan er toch zijn.
no-one-row = geen eigen rij: gemaakt uit de delen hieronder, of niet in het bestand
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
population-income-recipients = inwoners met een inkomen
population-labour-force = de beroepsbevolking
population-pupils-with-advice = leerlingen van groep 8 met een schooladvies
population-residents-15-75 = inwoners van 15 tot 75 jaar
population-screening-invited = wie is uitgenodigd voor bevolkingsonderzoek
population-vocational-students = studenten van het mbo
population-youth-12-22 = jongeren van 12 tot en met 22 jaar
unit-count = aantal
unit-percent = procent
unit-fraction = deel van 1
unit-per-thousand = per 1.000
unit-euro = euro
unit-thousand-euro = duizend euro
unit-km = kilometer
unit-km2 = vierkante kilometer
unit-ha = hectare
unit-year = jaar
unit-points = punten
direction-higher-is-worse = hoger is ongunstiger
direction-higher-is-better = hoger is gunstiger
direction-neither = geen van beide: het beschrijft alleen
trait-origin = herkomst
trait-religion = geloof
trait-sex = geslacht
trait-orientation = seksuele gerichtheid
trait-nationality = nationaliteit
trait-disability = beperking
trait-politics = politieke voorkeur
trait-language = taal
trait-equity-split = alleen ter vergelijking
ingredient-age = leeftijd
ingredient-sex = geslacht
ingredient-origin = herkomst
ingredient-household = soort huishouden
ingredient-education = opleiding
ingredient-income = inkomen
ingredient-housing = wonen
ingredient-cbs-inkomen = inkomenscijfers van het CBS
ingredient-cbs-onderwijs = onderwijscijfers van het CBS
ingredient-cbs-woningen = woningcijfers van het CBS
step-read = gelezen uit { $file }
step-filtered = rijen waar `{ $column }` gelijk is aan `{ $kept }`
step-scaled = vermenigvuldigd met { $factor }
step-rebased = van de indeling van { $from } naar die van { $to } gebracht met { $way } ({ $rule })
step-derived = door { $by } berekend uit { $from }
rule-split = verdeeld en opgeteld
rule-weighted-by = gemiddelde, gewogen naar { $denominator }
rule-crosswalk = gemiddelde, gewogen naar wat de omnummering telt
rule-only-whole = alleen hele gebieden
failure-not-found-area-several = meer gebieden heten `{ $found }`
    hint: gebruik een code: { $nearest }
same-codes-only = alleen gelijke codes, zonder bewijs dat de grens dezelfde is
way-inverse = andersom gebruikt
rebased-share = { $changed } % van de inwoners komt uit gebieden waarvan de grenzen veranderden, { $divided } % uit gebieden die zijn verdeeld (daar is het een schatting); bewijs: { $evidence }
rebased-part-counted = , { $counted } geteld
rebased-part-row = , rij { $row }
rebased-part-no-figure = ; het heeft daar geen cijfer
crosswalk-file = omnummering { $id }: { $file }, SHA-256 { $sha256 }
step-same-codes = onder dezelfde code overgenomen van de indeling van { $from } naar die van { $to }; niets bewijst dat de grens dezelfde is
not-known = niet bekend
lost-no-way = niets van de kaart van { $from } leidt naar dit gebied
lost-part = een deel ervan heeft geen cijfer of geen gewicht, en de regel vraagt ze alle
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
area-burdens-line = { $n } van { $known ->
    [one] het ene bekende domein
   *[other] { $known } bekende domeinen
 } (van { $of }): { $domains }; { $sources ->
    [one] de cijfers rusten op 1 onafhankelijke bron
   *[other] de cijfers rusten op { $sources } onafhankelijke bronnen
 }
area-burdens-none = 0 van { $known ->
    [one] het ene bekende domein
   *[other] { $known } bekende domeinen
 } (van { $of })
area-burdens-not-counted = niet geteld: { $reason }
area-worst = Een domein telt als het gebied hoort bij de { $fraction } % van zijn niveau waar de opgave het grootst is
area-not-people = Dit zegt niets over personen: wie de ene last draagt, hoeft de andere niet te dragen
area-bounds = Minstens { $m } van deze { $k }: tussen { $lower } % en { $upper } % van de mensen
area-bounds-over = Hoeveel mensen meer lasten dragen is niet gepubliceerd. Over: { $over }
area-bounds-estimated = Als deze schattingen kloppen:
the-opposite-of = niet: { $label }
bounds-too-few-residents = te weinig inwoners
bounds-withheld-with-others = achtergehouden, omdat anders het cijfer van een klein gebied uit te rekenen is
area-pairs = Allebei van twee: { $must } van { $n ->
    [one] het ene paar
   *[other] de { $n } paren
 } { $must ->
    [one] moet
   *[other] moeten
 } overlappen; elk paar: `kapstok area --pairs`
area-pair = { $one } en { $other }: tussen { $lower } % en { $upper } %
area-one-source = één bron: { $figures } ({ $why })
tie-same-maker = één maker: { $maker }
tie-modelled-from = een model en wat erin ging: { $from }
tie-common-ancestors = gemodelleerd uit hetzelfde: { $from }
area-bounds-not = Mensen met meer lasten: niet te berekenen ({ $reason })
bounds-mixed-populations = de aandelen gaan over verschillende groepen mensen
bounds-no-shares = minder dan twee van de cijfers zijn aandelen van mensen
bounds-missing-share = er ontbreekt hier een aandeel
area-sources = Bronnen
area-next = Waar een cijfer vandaan komt: kapstok why { $dir } { $area } INDICATOR
not-counted-too-few-residents = te weinig inwoners
not-counted-withheld-with-others = achtergehouden, omdat anders het cijfer van een klein gebied uit te rekenen is
not-counted-no-figure = geen domein met een cijfer

area-counted = Geteld over { $period }: { $label }
area-counted-line = minstens { $m } van { $k }: { $share } %
area-counted-bounds = de aandelen alleen zeggen { $lower } tot { $upper } %
area-counted-inside = klopt
area-counted-below = minder dan de aandelen toelaten: de tabellen gaan niet over hetzelfde
area-counted-above = meer dan de aandelen toelaten: de tabellen gaan niet over hetzelfde
area-counted-not-comparable = niet te vergelijken

## Demo
demo-where = Werkmap van de verzonnen streek: { $dir }
demo-story = Donderdag is de raad: een verhaal in zes stappen
demo-story-look = bladzijde: { $page }
    opdracht: { $command }
demo-area = Eén gebied
demo-truth = De waarheidstoets: de generator weet wat de cijfers alleen doen vermoeden
demo-truth-bounds = grenzen: het ware aandeel mensen met minstens { $m } van { $k } lasten ligt erbinnen in { $inside } van { $n } gebieden
demo-truth-intervals = marges: { $inside } van { $n } gepubliceerde 95 %-marges bevatten het ware cijfer ({ $share } %)
demo-next = Wat nu
demo-next-why = waar één cijfer vandaan komt
demo-next-area = een ander gebied
demo-next-holes = wat er ontbreekt in wat is afgesproken
demo-next-report = een gebied op twee bladzijden
demo-file-of-area = gebied.pdf
demo-next-check = de werkmap nakijken
demo-next-reconcile = totalen naast gepubliceerde totalen
demo-next-init = een werkmap van je eigen stad
demo-own-town = mijn-stad
demo-file-of-totals = totalen.xlsx

## Agenda
agenda-withdrawn-thing = { $id } (hoort niet meer bij de agenda)
agenda-no-amount = geen bedrag
agenda-no-figure = geen cijfer
agenda-recorded = Vastgelegd als gebeurtenis { $event }: { $what }
    Kop: { $head }
agenda-answer-of = antwoord van { $day }: { $answer }
answer-by = Gezegd door { $role } op { $day }.
answer-by-words = Gezegd door { $role } op { $day }: ‘{ $words }’
answer-no-role = iemand zonder rol
agenda-head = { $n ->
    [0] Nog geen gebeurtenissen
    [one] 1 gebeurtenis
   *[other] { $n } gebeurtenissen
 } in { $file }. Kop: { $head }
agenda-verified = { $n ->
    [0] Er is nog geen gebeurtenis
    [one] 1 gebeurtenis, en elke byte staat er zoals zij is geschreven
   *[other] { $n } gebeurtenissen, en elke byte staat er zoals zij is geschreven
 }
agenda-had-head = Het logboek had de kop { $head } na gebeurtenis { $event }
agenda-healed = Aan het eind van het logboek stond half werk van een programma dat is afgebroken: { $bytes } bytes. Het telde niet mee, en is bewaard in `{ $path }`
agenda-redacted-copies = De woorden zijn weg uit het logboek. In kopieën, back-ups en bestanden die al zijn uitgedeeld kunnen ze nog staan
agenda-redacted-cut = De woorden staan ook in `{ $path }`, dat na een storing is bewaard: haal dat bestand weg
agenda-event-opened = het logboek begint
agenda-event-new = nieuw: { $noun } { $thing }
agenda-event-changed = veranderd: { $noun } { $thing }
agenda-event-withdrawn = ingetrokken: { $thing }, omdat: { $reason }
agenda-event-adopted = { $name } vastgesteld
agenda-event-adopted-again = { $name } vastgesteld, omdat: { $reason }
agenda-event-choice-in = met de hand in de keuze { $choice } gezet: { $area }, omdat: { $reason }
agenda-event-choice-out = met de hand uit de keuze { $choice } gehaald: { $area }, omdat: { $reason }
agenda-event-redacted = woorden weggehaald uit gebeurtenis { $event } ({ $field }), omdat: { $reason }
agenda-of = Agenda van { $name } ({ $code }), { $day }
agenda-of-code = Agenda van { $code }, { $day }
agenda-burdens = Opgaven
agenda-strengths = Krachten
agenda-links = Verbanden: de ene opgave voedt de andere
agenda-promises = Toezeggingen
agenda-actions = Maatregelen
agenda-money-alone = Geld zonder maatregel
agenda-targets-alone = Doelen zonder maatregel
agenda-replies = Reacties van bewoners
agenda-versions = Vastgestelde versies
agenda-version = { $name }, { $day }, door { $by }; build { $data }
agenda-version-of = { $name } ({ $day })
agenda-now = nu
agenda-answered = { $partner }: { $answer } ({ $day })
agenda-answered-earlier = { $partner }: { $answer } ({ $day }), maar toen stond er iets anders
agenda-no-answer = nog geen antwoord
agenda-changes = Van { $before } tot { $after }
agenda-changes-reason = Waarom er een nieuwe versie is: { $reason }
agenda-changes-none = Er is niets veranderd
agenda-added = + nieuw: { $noun } { $thing }
agenda-gone = - weg: { $noun } { $thing }
agenda-changed = ~ veranderd: { $noun } { $thing }
agenda-was = was: { $value }
agenda-is = is: { $value }
agenda-delivered = Wat er van elke toezegging kwam
agenda-delivered-nothing = hierover is nog niets gezegd

agenda-field-by = wie het zei
agenda-field-reason = reden

K0650 = regel { $line } van het logboek staat er niet zoals hij is geschreven: { $damage ->
        [form] het is geen regel die Kapstok schrijft
        [hash] de hash past niet bij wat er staat
        [words] de woorden zijn niet de woorden die zijn vastgelegd
        [chain] hij volgt niet op de regel ervoor
        [words-gone] er zijn woorden weg, en nergens staat dat ze zijn weggehaald
        [act] wat er samen mee is vastgelegd, ontbreekt
       *[other] { $damage }
    }
    .hint = zet een kopie van agenda/log.jsonl van eerder terug, en controleer die met `kapstok agenda verify { $dir } --head HASH`
    .explain = Elke regel van het logboek draagt de hash van de regel ervoor. Eén veranderde byte, of een regel die is verplaatst, toegevoegd of weggehaald, valt op. In een beschadigd logboek wordt niets geschreven, zodat er niet nog meer verloren gaat. Neem de nieuwste kopie die wel klopt; de kop staat in elk rapport en achter elke opdracht die iets vastlegde. Het kan ook dat een nieuwere versie van Kapstok regels schreef die deze niet kent.
K0651 = er is geen `{ $id }`
    .hint = zie `kapstok agenda show` voor de korte namen
    .explain = Alles in een agenda heeft een korte naam, zoals a12 voor de twaalfde maatregel. Deze is nooit gemaakt, of is ingetrokken.
K0652 = `{ $id }` is niet de volgende: dat is `{ $nearest }`
    .hint = laat `--id` weg om iets nieuws te maken
    .explain = Nummers worden op volgorde gegeven en nooit twee keer, zodat een naam altijd hetzelfde betekent. Een nummer overslaan kan niet.
K0653 = het verband `{ $id }` koppelt wat niet bij elkaar hoort
    .hint = neem twee verschillende opgaven uit het gebied van het verband
    .explain = Een verband zegt dat de ene opgave de andere voedt, in hetzelfde gebied. De twee einden moeten twee dingen zijn, allebei uit dat gebied.
K0654 = `{ $found }` is niet de volgende versie
    .hint = zie `kapstok agenda log` voor de laatste
    .explain = Versies van de agenda van een gebied zijn genummerd vanaf 1, zonder gaten. Misschien heeft iemand anders er intussen een vastgesteld.
K0655 = er ontbreekt een reden
    .hint = voeg toe: `--reason "waarom"`
    .explain = De eerste versie van een agenda heeft geen reden nodig. Een nieuwe versie, iets intrekken, een keuze met de hand veranderen en woorden weghalen wel: over tien jaar weet niemand meer waarom.
K0656 = er is niets vastgelegd
    .hint = maak ruimte, of zorg dat je mag schrijven, en doe het nog eens
    .explain = De schijf weigerde: vol, alleen te lezen, geen toestemming, of kapot. Wat eerder is vastgelegd staat er nog, en `kapstok agenda verify` zegt dat ook. Wat je nu vroeg, is niet vastgelegd.
K0657 = het logboek had nooit de kop `{ $found }`
    .hint = het eind is eraf gehaald, of het is herschreven: vergelijk agenda/log.jsonl met een kopie
    .explain = Elke regel van het logboek klopt, maar een logboek met deze kop is niet het begin ervan. Iemand haalde dus regels van het eind, of schreef vanaf een regel iets anders. Kijk eerst of de hash heel is overgenomen: 64 tekens.
K0658 = dit soort heeft geen veld `{ $field }`
    .hint = bedoelde je `{ $nearest }`? Er zijn: { $known }
    .explain = Elk soort heeft eigen velden. Typ ze zoals ze in het logboek staan, in het Engels: `kapstok agenda set MAP action area=WK990101 name="…"`.
K0659 = dit kan niet staan in `{ $field }`: `{ $found }`
    .hint = { $form ->
        [text] typ woorden, hoogstens 20.000 bytes, zonder stuurtekens
        [one-of] typ een van deze: { $known }
        [name] typ een code of een naam, hoogstens 200 bytes
        [names] typ codes met komma's ertussen
        [id] typ de korte naam van één ding van dit soort: { $known }
        [ids] typ korte namen met komma's ertussen, van: { $known }
        [euros] typ euro's zoals 50000 of 50000,25, of `onbekend`; zonder punten tussen duizenden
        [posts] typ fte zoals 0,5 met hoogstens drie decimalen, of `onbekend`
        [year] typ een jaar zoals 2026
        [day] typ een dag zoals 2026-06-30
       *[other] typ een getal zoals 12,5
    }
    .explain = Elk veld neemt waarden van één vorm, zodat bedragen zijn op te tellen en dagen te vergelijken. Een punt tussen duizenden wordt geweigerd, want 1.234 is op twee manieren te lezen.
K0660 = `{ $field }` ontbreekt
    .hint = voeg toe: `{ $field }=…`
    .explain = Sommige velden zeggen wat iets is; zonder die velden betekent het niets. Alle andere mogen leeg blijven, en wat dat betekent zie je bij de gaten.
K0661 = gebeurtenis { $event } heeft geen woorden `{ $field }` die weg kunnen
    .hint = zie `kapstok agenda log` voor het nummer van de gebeurtenis{ $words ->
        [none] {""}
       *[other] . Zij heeft: { $words }
    }
    .explain = Alleen woorden van mensen kunnen weg: namen, teksten, redenen, en wie het zei. Codes, bedragen en dagen blijven: die zeggen wat is afgesproken.
K0662 = `{ $field }` is leeg, te lang, of heeft tekens die geen pagina kan tonen
    .hint = typ woorden tussen aanhalingstekens
    .explain = Woorden in een agenda worden twintig jaar gelezen, ook op papier. Ze mogen hoogstens 20.000 bytes lang zijn, zonder stuurtekens.
K0663 = er ontbreekt een reden: bij `{ $outcome }` hoort er een
    .hint = voeg toe: `--why "…"`
    .explain = Een toezegging die is nagekomen heeft geen woorden nodig. Een die te laat, deels, anders of niet werd nagekomen wel: dat vraagt een raad het eerst. Ook wie verandert wat over een jaar is gezegd, geeft een reden.
K0664 = van `{ $id }` kan niets komen
    .hint = noem een toezegging (p1) of een maatregel (a1)
    .explain = Alleen toezeggingen en maatregelen hebben een resultaat per jaar.
K0668 = versie { $found } zou ouder zijn dan de versie ervoor, die van { $day } is
    .hint = kies een datum op of na { $day }
    .explain = Versies volgen elkaar op. Een agenda die is vastgesteld wordt niet achteraf door een oudere vervangen.
K0665 = woorden van `{ $id }` zijn weggehaald, en zijn niet ongezien opnieuw te zeggen
    .hint = typ die velden opnieuw, of maak ze leeg met `veld=`
    .explain = Het geheel wordt vastgelegd, en een deel van de woorden is niet meer bekend. Zeg in dezelfde opdracht wat er voortaan in die velden staat.
K0667 = achter de laatste gebeurtenis staan { $lines } hele regels, en misschien een halve, die nooit zijn bevestigd
    .hint = de volgende opdracht die iets vastlegt, bewaart ze apart en zegt dat; niets wat was bevestigd is verloren
    .explain = Een opdracht is afgebroken terwijl zij schreef, of schrijft op dit moment. Wat zij had bevestigd, staat in het logboek. De rest telt niet mee; die wordt bewaard in agenda/cut-….jsonl als er weer in het logboek wordt geschreven.

## Ophalen
fetch-file = { $source }: { $name }, { $bytes } bytes, licentie { $licence }
    SHA-256 { $sha256 }
licence-not-stated = niet vermeld
fetch-kept = { $source }: { $name } is zoals het slot zegt
fetch-match = { $source }: tabel { $table }, "{ $title }"
fetch-done = { $n ->
    [one] 1 bestand
   *[other] { $n } bestanden
 } in { $dir }

## Begin
init-done = { $dir } gemaakt
init-next = Verder: kapstok fetch { $dir }, kapstok build { $dir }

## Conformiteit
conformance-line = { $index } · { $column }: { $compared } vergeleken, { $equal } gelijk, grootste verschil { $max }, { $unexplained } onverklaard, { $listed } genoemd, { $unmatched ->
    [one] 1 gebied
   *[other] { $unmatched } gebieden
 } in maar een van beide
conformance-stale = genoemd, maar verschilt niet meer
conformance-absent = { $index }: niet gedraaid, { $file } is er niet
conformance-total = { $good ->
    [one] 1 kolom gelijk
   *[other] { $good } kolommen gelijk
 }, { $bad } niet
conformance-nothing = er is niets vergeleken: van geen enkele map waren de bestanden er
    hint: zeg waar ze staan: `kapstok conformance MAP --data MAP-MET-BESTANDEN`, of zet KAPSTOK_DATA

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
reconcile-missing-allow = wat cellen zonder cijfer hooguit bevatten
reconcile-n-areas = gebieden
reconcile-n-missing = zonder cijfer
reconcile-n-secret = geheim
reconcile-n-lost = verloren bij herindeling
reconcile-n-changed = uit verdeelde gebieden
reconcile-line = { $n ->
    [one] 1 totaal
   *[other] { $n } totalen
 }: { $cause }
reconcile-done = vergeleken: { $n }; geschreven naar { $file }
cause-none = geen verschil
cause-rounding = afronding
cause-secret-cells = geheime cellen
cause-missing-cells = cellen zonder cijfer
cause-lost-in-recoding = verloren bij herindeling
cause-recoding = herindeling
cause-other-map = tussen de kaarten van de twee niveaus is een grens verlegd
cause-no-areas = er ligt geen kleiner gebied in
reconcile-internal = Intern: in de sommen zitten cijfers van gebieden met weinig inwoners, en het verschil kan die prijsgeven
cause-unexplained = onverklaard

## Kolommen
columns-form = vorm: { $form }
columns-form-unknown = vorm: geen ingebouwde; wijs de kolommen toe in kapstok.toml
columns-rows = { $rows ->
    [one] 1 rij
   *[other] { $rows } rijen
 }, { $columns ->
    [one] 1 kolom
   *[other] { $columns } kolommen
 }
columns-filled = gevuld
columns-marks = tekens

## Werkmap
K0400 = kapstok.toml is niet te lezen: { $what ->
    [misspelled-key] de sleutel `{ $key }` bestaat niet
    [unknown-key] de sleutel `{ $key }` bestaat niet
    [missing-key] de sleutel `{ $key }` ontbreekt
    [twice] een sleutel staat er twee keer
   *[other] { $found }
 }
    .hint = { $what ->
        [misspelled-key] bedoelde je `{ $nearest }`?
        [missing-key] typ `{ $example }`
       *[other] alle sleutels staan in docs/reference/kapstok-toml.md
    }
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
K0407 = `{ $found }` kan hier geen naam van een bestand zijn
    .hint = een gewone naam binnen de werkmap, zonder `..` en zonder `/` voorop; niet `kapstok.lock`
    .explain = Een werkmap leest alleen eigen bestanden: bronnen bij hun naam in sources/, recepten met een pad onder de werkmap. De naam `kapstok.lock` is van het slot, dat zegt wat er is opgehaald.
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
K0412 = geen bron geeft gebieden op het niveau { $level } op de indeling van { $year }
    .hint = zet [boundary_years] op het jaar van een bron, of voeg een bron van { $year } toe
    .explain = De gebieden van een niveau komen uit bronnen waarvan de codes bij de indeling van dat niveau horen. Zonder zo'n bron kan er niets op worden gebracht.
K0413 = { $n ->
    [one] 1 gebied
   *[other] { $n } gebieden
 } op het niveau { $level } op de indeling van { $from } { $n ->
    [one] heeft
   *[other] hebben
 } geen gebied op de indeling van { $year }
    .hint = { $map ->
        [same] kijk of de codes kloppen: de indeling is dezelfde, maar de bron van de gebieden noemt ze niet
       *[other] voeg een [[crosswalk]] van { $from } naar { $year } toe
    }
    .explain = Codes van de ene indeling kunnen op de andere weg zijn. Cijfers van zulke gebieden verdwijnen niet stil: de gebieden waar niets in terechtkwam zeggen `verloren bij herindeling`.
K0414 = `{ $second }` geeft `{ $indicator }` over { $period } op het niveau { $level }, dat `{ $first }` al gaf
    .hint = het eerste telt; haal de kolom bij een van beide weg
    .explain = Twee bronnen geven hetzelfde cijfer. Gebruikt wordt dat op de eigen indeling van het niveau, en anders dat van de bron die het eerst in kapstok.toml staat.
K0420 = sources/kapstok.lock is niet te lezen: { $found }
    .hint = `kapstok fetch { $dir }` schrijft het opnieuw
    .explain = Het slot zegt wat er wanneer is opgehaald en met welke hash. Zonder slot missen cijfers hun datum en hash.
K0421 = `{ $name }` staat niet in sources/
    .hint = `kapstok fetch { $dir }`, of `kapstok fetch { $dir } --from ANDERE-MAP`
    .explain = kapstok.toml noemt een bestand dat niet is opgehaald.
K0422 = de bytes zijn niet die van het slot: { $found }, verwacht { $expected }
    .hint = `kapstok fetch { $dir }` als de verandering bedoeld is
    .explain = Het bestand is veranderd sinds het is opgehaald. Een cijfer moet terug te leiden zijn tot de bytes die zijn opgehaald, dus een veranderd bestand wordt niet gebruikt.
K0423 = `{ $name }` is groter dan 256 MiB
    .hint = haal een kleinere selectie op
    .explain = Het grootste landelijke bestand dat we tegenkwamen is een derde hiervan. Een groter bestand wordt geweigerd voordat het geheugen vol is.
K0424 = `{ $name }` ligt in sources/ en staat niet in kapstok.lock: niemand weet wanneer het is opgehaald
    .hint = `kapstok fetch { $dir } --from { $dir }/sources` schrijft de lijst
    .explain = Elk cijfer leidt terug naar een bestand met een vingerafdruk en de dag waarop het is opgehaald. De lijst bewaart beide. Een bestand dat er met de hand is neergezet heeft geen dag.
K0416 = geen indicator is aangewezen als `residents`: elk gebied telt als een met te weinig inwoners
    .hint = voeg `residents = "..."` toe, de indicator die inwoners telt
    .explain = Cijfers van gebieden met weinig inwoners komen niet naar buiten. Weet niemand hoeveel inwoners een gebied heeft, dan telt het als een met te weinig: er is geen cijfer te zien en geen gebied doet mee in een telling.
K0417 = `{ $second }` geeft een andere kaart van het niveau { $level } dan `{ $first }`, en wordt niet als kaart gebruikt
    .hint = schrijf `geometry = true` bij één bron per niveau
    .explain = Twee kaarten van één niveau kunnen in verschillende coördinatenstelsels staan, en hun grenzen kunnen overlappen.
K0418 = `{ $key }` is { $found }; het ligt tussen { $low } en { $high }
    .hint = typ een getal van { $low } tot en met { $high }
    .explain = Een instelling buiten haar bereik zou een regel ongemerkt uitzetten.
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
K0434 = `{ $name }` rekent { $index } na en mag niet in een werkmap staan
    .hint = draai het met `kapstok score` of `kapstok conformance`
    .explain = Een gepubliceerde index kan een beschermd kenmerk bevatten, of wegen zoals anderen besloten. Hem narekenen bewijst het programma; hij voedt geen gebiedspagina, geen keuze en geen agenda.
K0435 = `{ $domain }`: { $found } van de { $n } gebieden vallen in het deel waar de opgave het grootst is, omdat er veel gelijk staan op de grens
    .hint = kijk of dit cijfer gebieden onderscheidt; neem er een dat het doet, of zeg in de beleidstekst waarom het blijft
    .explain = Gebieden die op de grens gelijk staan tellen allemaal mee. Hebben veel gebieden hetzelfde cijfer, dan is dat deel veel groter dan het rekenrecept vraagt, en zegt een opgave weinig.
K0440 = conformance.toml is niet te lezen: { $what ->
    [misspelled-key] de sleutel `{ $key }` bestaat niet
    [unknown-key] de sleutel `{ $key }` bestaat niet
    [missing-key] de sleutel `{ $key }` ontbreekt
    [twice] een sleutel staat er twee keer
   *[other] { $found }
 }
    .hint = { $what ->
        [misspelled-key] bedoelde je `{ $nearest }`?
        [missing-key] typ `{ $example }`
       *[other] vergelijk met docs/reference/conformance.md
    }
    .explain = Een conformiteitsmap noemt een recept, de invoer, het gepubliceerde bestand, de sleutel en de kolommen die worden vergeleken.
K0441 = geen kolom `{ $found }` in het bestand
    .hint = bedoelde je `{ $nearest }`?
    .explain = Een kolom die conformance.toml of een recept noemt staat niet in de tabel.
K0442 = de sleutel `{ $found }` staat er twee keer
    .hint = elk gebied mag één rij hebben
    .explain = Tabellen worden op hun sleutel samengevoegd, dus moet een sleutel in elk bestand uniek zijn.
K0443 = `{ $found }` is geen getal
    .hint = staat het voor geen cijfer, noem het dan in `missing_marks` van het recept, of onder `missing` in conformance.toml
    .explain = In een cel van een kolom met getallen staat iets anders.
K0450 = `{ $found }` komt hier van een ander adres dan bij een eerdere bron
    .hint = geef een van beide een ander `file`, of beide hetzelfde `url` of `odata`
    .explain = Een bestand wordt één keer opgehaald. Noemen twee bronnen hetzelfde bestand met een ander adres, dan zou een van beide stil de cijfers van de ander krijgen.
K0451 = { $how ->
    [no-row] gebieden van de eerste tabel zonder rij hier
   *[no-area] rijen hier zonder gebied in de eerste tabel
 }: { $n }, zoals `{ $found }`
    .hint = kijk of de codes in alle tabellen dezelfde vorm hebben en bij dezelfde indeling horen
    .explain = Tabellen worden op hun sleutel samengevoegd; de eerste zegt welke gebieden er zijn. Een gebied zonder rij heeft geen cijfers uit die tabel, en een rij zonder gebied wordt niet gebruikt.
K0452 = `{ $name }` is niet op te halen van { $url }: { $found }
    .hint = probeer het later, kijk het adres na, of neem het bestand uit een map: `kapstok fetch { $dir } --from ANDERE-MAP`
    .explain = De dienst antwoordde niet, of anders dan verwacht. De andere bestanden zijn wel opgehaald en staan in het slot.
K0453 = `{ $name }` is niet te lezen: { $found }
    .hint = kijk of het een bestand is dat je mag lezen
    .explain = Onder die naam staat iets dat niet te lezen is, zoals een map of een bestand zonder leesrecht. De andere bestanden worden wel gelezen.
K0454 = dit bestand heeft geen bladen of lagen; gevraagd is `{ $found }`
    .hint = laat de keuze van een blad weg
    .explain = Alleen een spreadsheet, een GeoPackage en TopoJSON hebben bladen of lagen om uit te kiezen. Anders is het misschien een ander bestand dan bedoeld.
K0455 = er zijn meer bladen of lagen; de eerste is gelezen
    .hint = kies er een met `--sheet NAAM`, of bewaar er een als eigen bestand: { $known }
    .explain = Zonder keuze leest Kapstok het eerste blad. Dat kan een toelichting zijn.
K0456 = in het eerste blad staat geen tabel
    .hint = kies een ander blad met `--sheet NAAM`: { $known }
    .explain = Zonder keuze leest Kapstok het eerste blad. Hier is dat leeg, en er zijn nog andere.
K0501 = `{ $name }` staat niet in de map, of er staan er meer met die naam onder
    .hint = zet het bedoelde bestand direct in de map
    .explain = Met `--from` komt er niets over het netwerk: elk bestand dat kapstok.toml noemt moet in die map staan of er één keer onder.
K0502 = bron `{ $source }` noemt geen `url` en geen `odata`
    .hint = voeg `url = "..."` toe, of haal het bestand uit een map: `kapstok fetch { $dir } --from ANDERE-MAP`
    .explain = Nergens staat waar het bestand is op te halen.
K0505 = de build is beschadigd, of niet van deze versie
    .hint = bouw opnieuw: `kapstok build { $dir }`
    .explain = Een build bewaart van elk bestand een hash. Er is een bestand weg, leeg of veranderd, of het is door een andere versie van Kapstok geschreven. Er is niets van te zien; een server gaat door met de laatste build die heel was. U bent niets kwijt: een build komt uit sources/ en kan altijd opnieuw gemaakt worden.
K0506 = de map bestaat al en is geen site van Kapstok
    .hint = kies een map die er nog niet is of leeg is, of de map van een eerdere `kapstok export site`
    .explain = `kapstok export site` vervangt een hele map. Daarom schrijft het alleen waar nog niets staat, of waar het bestand kapstok-site.json zegt dat de map van een eerdere keer is. In elke andere map staat werk van u, en dat blijft zoals het is.
K0503 = de uitgever heeft het bestand veranderd: nu { $found }, eerst { $before }
    .hint = kijk wat er veranderd is voordat je erop bouwt
    .explain = Onder dezelfde naam zijn andere bytes gepubliceerd. De nieuwe staan in sources/ en in het slot.
K0444 = het recept zegt niet in welke kolom de gebiedscodes staan
    .hint = voeg `areas = {"{"} key = "TITEL" {"}"}` toe
    .explain = Op losse tabellen noemt een recept de kolom met de gebiedscode; in een werkmap zijn de gebieden bekend.
K0460 = kapstok.toml noemt geen enkele bron
    .hint = voeg een [[source]] toe, zoals docs/how-to/own-file.md laat zien
    .explain = Zonder bron zijn er geen gebieden en geen cijfers, dus is er niets na te kijken en niets te bouwen. Een bron is een bestand met een rij per gebied. Noem het onder [[source]], met de kolom waarin de gebiedscode staat.

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
area-margins = achter een enquêtecijfer staan de gepubliceerde marges: van – tot
area-provisional = voorlopig: de bron kan het nog wijzigen
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
columns-number-partly = getal, { $n ->
    [one] 1 cel niet
   *[other] { $n } cellen niet
 }
columns-digits = tekst van cijfers: nullen voorop
columns-text-partly = tekst, { $n ->
    [one] 1 cel is een getal
   *[other] { $n } cellen zijn een getal
 }
columns-without-prefix = dit kunnen codes zijn van { $level } zonder letters ervoor: `area_prefix = "{ $prefix }"`
columns-zeros-lost = dit kunnen codes zijn van { $level } zonder letters ervoor, maar er zijn nullen voorop weggevallen: zet die terug, en schrijf dan `area_prefix = "{ $prefix }"`
build-doubts = waarschuwingen: { $list }; in woorden: kapstok check { $dir }
demo-why = Waar één cijfer vandaan komt, hier een dat op de indeling van voor 2022 is gepubliceerd
demo-truth-pairs = grenzen: het ware aandeel mensen met beide lasten van een paar ligt erbinnen in { $inside } van { $n } gevallen
domain-self-reliance = zelfredzaamheid
domain-people = mensen
domain-population = bevolking
domain-strengths = wat goed gaat
domain-violence-at-home = geweld thuis

## Recepten
K0200 = het recept is niet te lezen: { $what ->
    [misspelled-key] de sleutel `{ $key }` bestaat niet
    [unknown-key] de sleutel `{ $key }` bestaat niet
    [missing-key] de sleutel `{ $key }` ontbreekt
    [twice] een sleutel staat er twee keer
   *[other] { $found }
 }
    .hint = { $what ->
        [misspelled-key] bedoelde je `{ $nearest }`?
        [missing-key] typ `{ $example }`
       *[other] `kapstok schema` toont wat een recept mag bevatten
    }
    .explain = Het bestand is geen TOML, of een sleutel is onbekend of van de verkeerde soort. Een sleutel met een tikfout wordt geweigerd: een regel die stil wordt overgeslagen geeft een andere index.
K0201 = versie { $found } van de recepttaal is niet bekend
    .hint = typ `recipe = 1`
    .explain = De eerste regel zegt in welke versie van de taal het recept is geschreven. Dit programma kent versie 1.
K0202 = `{ $name }` heeft geen { $key }
    .hint = voeg `{ $key } = "..."` toe aan deze [[input]]
    .explain = Een cijfer zonder eenheid (unit) of richting (direction) is niet te beoordelen: is 17 een percentage of een aantal mensen, en is meer ervan goed of slecht? In een werkmap zegt de indicator het; bij losse tabellen moet het recept dat doen.
K0203 = `{ $found }` kan niet de `{ $key }` van `{ $name }` zijn
    .hint = `kapstok schema` toont wat het mag zijn
    .explain = Sommige eigenschappen hebben een vaste reeks waarden.
K0204 = cijfers van verschillende { $what ->
    [periods] perioden
   *[other] indelingen
 } staan bij elkaar: { $found }
    .hint = kies er een, of zeg waarom: `allow_mixed = "reden"`
    .explain = Cijfers over verschillende jaren of op verschillende indelingen kunnen alleen daardoor al verschillen. Waar het niet anders kan noemt het recept de reden, en die staat bij het resultaat.
K0205 = { $found } % van de gebieden heeft geen cijfer voor `{ $name }`, meer dan { $expected } %
    .hint = laat het weg, of verhoog `max_missing` en zeg in de beleidstekst waarom
    .explain = Een score op een cijfer dat de meeste gebieden niet hebben vergelijkt weinig gebieden, en lijkt ze allemaal te vergelijken.
K0206 = `{ $name }` meet een beschermd kenmerk ({ $trait }) en mag geen opgave zijn
    .hint = haal het weg, of toon het naast de opgaven met `equity_split = true`
    .explain = Wie mensen zijn is geen opgave van een gebied. Herkomst, geloof, geslacht, nationaliteit en dergelijke worden geweigerd, zodat niemand er een lijst van gebieden op bouwt. Een recept dat een gepubliceerde index narekent mag er een bevatten; de uitkomst voedt geen keuze.
K0207 = `{ $one }` en `{ $two }` zijn niet onafhankelijk: { $how ->
    [one] `{ $one }` is gemodelleerd uit
    [two] `{ $two }` is gemodelleerd uit
   *[both] beide zijn gemodelleerd uit
 } { $because }
    .hint = beantwoord dit in de beleidstekst, of `leave_modelled_out = true`
    .explain = Als het ene cijfer uit het andere is geschat, telt optellen hetzelfde dubbel en is een deel van hun samenhang ingebouwd. De waarschuwing blijft; de beleidstekst zegt waarom de cijfers toch bij elkaar staan.
K0208 = `{ $name }` wordt twee keer gemaakt
    .hint = geef een van beide een andere naam
    .explain = Elke invoer en elke uitkomst heeft een eigen naam, zodat elke formule één ding betekent.
K0209 = `{ $found }` wordt gebruikt voordat het is gemaakt
    .hint = zet de stap die het maakt hierboven; een kring van stappen is niet te maken
    .explain = Stappen lopen van boven naar beneden. Wat een stap leest is invoer of de uitkomst van een stap erboven.
K0210 = `{ $found }` is geen stap
    .hint = bedoelde je `{ $nearest }`?
    .explain = De stappen van de taal zijn een gesloten lijst; de naslag heeft voor elk een bladzijde.
K0211 = stap `{ $step }`: { $what ->
    [misspelled-key] de sleutel `{ $key }` bestaat niet
    [unknown-key] de sleutel `{ $key }` bestaat niet
    [missing-key] de sleutel `{ $key }` ontbreekt
    [twice] een sleutel staat er twee keer
    [too-low] `{ $key }` is { $number }; minstens { $limit }
    [too-high] `{ $key }` is { $number }; hooguit { $limit }
    [not-above] `{ $key }` is { $number }; het moet hoger zijn dan { $limit }
    [not-within] `{ $key }` is { $number }; het kan 1 tot en met { $limit } zijn
    [one-of] precies een van `{ $key }` hoort erbij
    [no-logarithm] `{ $key }` is { $number }, en daar is geen logaritme van
    [no-column] `{ $key }` noemt geen kolom
    [outside-0-1] `{ $key }` is { $number }; het ligt tussen 0 en 1
    [no-population] zonder `{ $key }` is niet bekend wie er worden geteld
    [no-weight] het gewicht van `{ $key }` is { $number }; het moet hoger zijn dan 0
    [no-weights] geen enkel gewicht is hoger dan 0
    [no-side] `higher_is_worse` kan niet, want `{ $key }` heeft geen kant die een opgave is
    [no-list] `{ $key }` is een lijst van een of meer teksten
    [too-few] `{ $key }` heeft er { $number }; minstens { $limit }
    [listed-twice] `{ $key }` noemt een kolom twee keer
    [not-of-list] `{ $key }` is { $number }, en dat staat niet in de lijst
    [not-finite] `{ $key }` is { $number }, en daarmee is niet te rekenen
   *[other] { $found }
 }
    .hint = { $what ->
        [misspelled-key] bedoelde je `{ $nearest }`?
        [missing-key] typ `{ $example }`
       *[other] docs/reference/steps noemt de sleutels van elke stap
    }
    .explain = Een sleutel van de stap ontbreekt, is onbekend, of heeft een waarde die niet kan.
K0212 = `{ $found }` kan niet de id van een recept zijn
    .hint = letters, cijfers en `-`
    .explain = De id komt in bestandsnamen, dus is zijn vorm streng.
K0213 = kolom `{ $found }` is er niet
    .hint = bedoelde je `{ $nearest }`? { $source } heeft er { $n }; zie `kapstok columns BESTAND`
    .explain = Een recept noemt een kolom, indicator, periode of eerdere uitkomst die niet bestaat.
K0214 = de gewichten zijn samen { $found }, niet { $expected }
    .hint = verbeter een gewicht, of schrijf `weights_sum = "relative"`
    .explain = Het recept zegt wat de gewichten samen moeten zijn, zodat een vergeten of verkeerd getypt gewicht opvalt.
K0215 = één stap leest kolommen van meer niveaus: { $found }
    .hint = breng ze eerst op één niveau met `summarise`
    .explain = Een cijfer van een gemeente en een cijfer van een buurt zijn niet per gebied op te tellen.
K0216 = `{ $found }` zegt niet welke kant een opgave is, dus `{ $domain }` is niet te tellen
    .hint = voeg `direction = "higher-is-worse"` of `"higher-is-better"` toe aan dit domein
    .explain = Een domein telt als opgave als het cijfer aan de slechte kant ligt. Een cijfer dat alleen beschrijft heeft geen slechte kant.
K0217 = { $key } `{ $found }` van `{ $name }` spreekt de indicator tegen, die `{ $expected }` zegt
    .hint = laat `{ $key }` weg: in een werkmap zegt de indicator het
    .explain = Wat een cijfer betekent staat op één plaats, bij de indicator. Een rekenrecept dat het omdraait telt een goed cijfer als opgave, en de grenzen voor mensen gaan dan over het tegendeel.
K0218 = `{ $found }` telt dubbel: { $what ->
    [domain] domein
   *[input] invoer
 } `{ $one }` en `{ $two }`
    .hint = haal er een weg
    .explain = Eén cijfer in twee domeinen, of onder twee namen, maakt van één opgave twee. Elk domein heeft een eigen id, kolom en kopcijfer.
K0219 = `{ $found }` is de naam van een kolom die de telling van opgaven zelf schrijft
    .hint = geef de uitkomst een andere naam
    .explain = Uitkomsten van stappen en tellingen van opgaven staan in één tabel, dus een naam kan niet voor beide staan: `area`, `burdens`, `sources`, `not_counted`, en namen die beginnen met `burden_`, `people_`, `both__` of `bounds_`.
K0230 = nergens staat in welke { $found } de gebieden liggen
    .hint = typ `areas = { "{" } key = "...", parents = { "{" } { $found } = "..." { "}" } { "}" }`, met de titel van de kolom waarin die codes staan
    .explain = De stap neemt een gemiddelde binnen elk gebied van een hoger niveau. Daarom moet de tabel een kolom met de codes van dat niveau hebben, en moet het recept die noemen.
K0250 = een meetkundig gemiddelde kan niet over z-scores
    .hint = zet `scales = ["min-max", "rank"]` onder `[sure.choices]`, of laat `geometric` weg
    .explain = De helft van alle z-scores ligt onder nul, en daarvan bestaat geen meetkundig gemiddelde. Wie wil weten wat dat gemiddelde had uitgemaakt, trekt het samen met schalen die boven nul blijven.

# --- kapstok sure
progress-sure = Hoe zeker
progress-choose = Opnieuw kiezen
sure-title = { $recipe }: alles { $n } keer opnieuw getrokken, zaad { $seed }; een interval bevat { $level } % van de trekkingen
sure-areas = { $n } gebieden geteld. Bij { $one } staat het aantal opgaven vast. Bij { $sure } is elk domein in 95 van de 100 trekkingen gelijk. Middelste breedte: { $width } { $width ->
        [1] opgave
       *[other] opgaven
    }.
sure-drawn = Wat verschuift de volgorde het meest? (aandeel alleen, en samen met de rest)
sure-moves = alleen { $first } %, samen { $total } % (± { $error }); een gebied schuift gemiddeld { $places } plaatsen
sure-not-apart = getrokken, niet apart bekeken
sure-not-drawn = niet getrokken (niet opgegeven of niets te trekken): { $factors }
sure-inputs = Cijfers die getrokken zijn, per invoer:
sure-of = { $known } cijfers; { $drawn }
sure-nothing = geen fout opgegeven
sure-burdens = { $lower } tot { $upper } opgaven in { $level } % van de trekkingen; kans op een grote opgave, per domein:
sure-unknown = onbekend
sure-factor-sampling = steekproef
sure-factor-model = model
sure-factor-rounding = afronding
sure-factor-secrecy = geheimhouding
sure-factor-age = ouderdom
sure-factor-weights = gewichten
sure-factor-scale = schaal
sure-factor-mean = soort gemiddelde
sure-factor-left-out = weggelaten invoer
sure-factor-worst-fraction = grens van een grote opgave
area-sure = Hoe zeker? { $lower ->
    [same] In { $level } % van { $n } trekkingen blijft het { $upper }.
   *[other] In { $level } % van { $n } trekkingen zijn het er { $lower } tot { $upper }.
    }
area-sure-chances = Kans dat het een opgave is: { $chances }
K0730 = geen recept van deze werkmap zegt wat er opnieuw getrokken wordt
    .hint = zet `[sure]` met `order` en `seed` in een recept
    .explain = Hoe zeker een uitkomst is, hangt af van wat er mis kan zijn met de cijfers en van wat anders gekozen had kunnen worden. Dat staat in het recept, onder `[sure]`. Zonder dat deel wordt er niets getrokken.
K0731 = recept `{ $recipe }` zegt niet wat er opnieuw getrokken wordt
    .hint = zet `[sure]` met `order` en `seed` in het recept
    .explain = Zonder `[sure]` wordt er niets getrokken: een interval waarvan niemand weet waar het op rust, zegt niets.
K0732 = op `{ $found }` kunnen gebieden niet geordend worden: het is een uitkomst van een hoger niveau dan `{ $level }`
    .hint = neem een invoer, of een uitkomst op het niveau van het recept, als `order` onder `[sure]`
    .explain = Hoe zeker een plaats in de volgorde is, wordt verteld van de gebieden van het recept. Een uitkomst die naar een hoger niveau is samengevat, heeft andere gebieden.


## Bestanden lezen (K0300-K0319)
K0300 = het bestand is leeg
    .hint = haal het opnieuw op: `kapstok fetch { $dir }`
    .explain = Er staat niets in het bestand, of alleen witruimte. Meestal is het ophalen of opslaan misgegaan. Haal het bestand opnieuw op en kijk of het daarna gevuld is.
K0301 = kolom `{ $column }` staat niet in het bestand
    .hint = bedoelde je `{ $nearest }`? Alle kolommen: `kapstok columns { $file }`
    .explain = Een titel in kapstok.toml komt in het bestand niet voor. Titels worden precies vergeleken, zonder spaties ervoor of erachter; een volgnummer van het CBS zoals `_38` mag weg. Neem de titel over uit het bestand, of zet de oude titel bij `aliases`.
K0302 = dit is geen tabel die Kapstok leest: `{ $found }`
    .hint = sla het op als CSV, XLSX, GeoJSON, TopoJSON, GeoPackage of FlatGeobuf
    .explain = Aan de eerste tekens is te zien wat een bestand is; de naam telt niet. Dit is een andere vorm, of een webpagina in plaats van het bestand. Sla de tabel op in een vorm die Kapstok leest.
K0303 = het bestand is beschadigd of afgebroken: { $found }
    .hint = haal het opnieuw op en vergelijk de grootte met die bij de uitgever
    .explain = Het bestand begint goed, maar klopt verderop niet. Vaak is het ophalen halverwege gestopt. Er is niets uit gelezen, want een halve tabel lijkt op een hele.
K0304 = te groot: meer dan { $limit } { $what ->
        [rows] rijen
        [columns] kolommen
        [cells] cellen
        [cell-bytes] bytes in één cel
        [text-bytes] bytes tekst
        [geometry-bytes] bytes aan grenzen
        [unpacked-bytes] uitgepakte bytes
        [database-bytes] bytes in een GeoPackage
        [sheets] bladen
        [tables] tabellen
       *[other] { $what }
    }
    .hint = controleer of dit het bestand is dat je bedoelde
    .explain = Kapstok telt tijdens het lezen mee en stopt bij een grens, zodat een verkeerd of kwaadwillig bestand de computer niet vult. Landelijke tabellen passen ruim. Bevat het bestand echt zoveel, splits het dan per niveau of per jaar.
K0305 = het bestand is niet in UTF-8; het is gelezen als { $found }
    .hint = kijk of namen met een accent kloppen
    .explain = Tekst kan op verschillende manieren in bytes staan. Dit bestand is niet in UTF-8, dus is de oudere vorm genomen die Nederlandse en Engelse uitgevers gebruiken. Cijfers en codes veranderen daar niet door; namen met een accent kunnen verkeerd staan als de vorm toch een andere was.
K0306 = dit is geen tekst: `{ $found }` gevonden
    .hint = sla het bestand opnieuw op als CSV in UTF-8
    .explain = In een tekstbestand staan tekens die in geen tabel voorkomen. Het is een ander soort bestand, of het is onderweg beschadigd. Er is niets uit gelezen.
K0307 = het aantal velden in deze rij is { $found }, het aantal titels { $expected }
    .hint = kijk of er een scheidingsteken te veel of te weinig staat; tekst met een scheidingsteken hoort tussen aanhalingstekens
    .explain = Elke rij moet evenveel velden hebben als er titels zijn. Zo niet, dan staan cijfers misschien in de verkeerde kolom. De rij is daarom niet gebruikt.
K0308 = er is geen blad of laag `{ $found }`
    .hint = bedoelde je `{ $nearest }`? Er zijn: { $known }
    .explain = De naam bij `sheet` in kapstok.toml komt in het bestand niet voor. Neem de naam over zoals hij in het bestand staat.
K0309 = een versleuteld bestand, of een oud werkblad (.xls)
    .hint = open het, haal het wachtwoord eraf en sla het op als XLSX of CSV
    .explain = Met een wachtwoord beveiligde werkbladen en werkbladen van voor 2007 hebben dezelfde verpakking. Kapstok leest ze geen van beide.
K0310 = er staan geen titels in
    .hint = kijk of `header_rows` klopt, en of dit het goede blad is
    .explain = De eerste rijen met tekst zijn de titels van de kolommen. Die ontbreken hier: het blad is leeg, of er zijn minder rijen dan `header_rows` zegt.
K0311 = titel `{ $column }` komt vaker voor: kolommen { $numbers }
    .hint = geef de kolommen in het bestand elk een eigen titel, of noem bij titels met een volgnummer ook dat nummer
    .explain = Bij deze titel passen meer kolommen. Welke bedoeld is, kan Kapstok niet weten, en gokken zou een verkeerd cijfer kunnen geven.
K0312 = een aanhalingsteken wordt niet gesloten
    .hint = zoek vanaf deze rij naar een losse `"`; binnen een tekst wordt hij verdubbeld: `""`
    .explain = Na een aanhalingsteken hoort alles tot het volgende bij één veld. Zonder sluitend teken zou de rest van het bestand één cel worden. Er is niets uit gelezen.
K0313 = een cel op een onmogelijke of dubbele plaats: `{ $found }`
    .hint = open het werkblad en sla het opnieuw op
    .explain = Cellen van een werkblad staan op volgorde en elk één keer. Hier is dat niet zo. Welk cijfer bij welk gebied hoort, is dan niet zeker, dus is er niets uit gelezen.
K0314 = er zijn meer bladen of lagen; de eerste is gelezen
    .hint = kies er een met `sheet`: { $known }
    .explain = Zonder `sheet` in kapstok.toml leest Kapstok het eerste blad. Soms is dat een toelichting. Noem het blad om zeker te zijn.
K0315 = er staat geen laag in dit TopoJSON-bestand
    .hint = zet het opnieuw om, en houd de gebieden met hun kenmerken erbij
    .explain = In TopoJSON staan grenzen als gedeelde lijnen, en onder `objects` de lagen met gebieden die daaruit bestaan. Hier staan wel lijnen, maar geen gebieden.
K0316 = een grens die geen vorm is
    .hint = herstel de kaart, bijvoorbeeld met `Geometrie repareren` in QGIS
    .explain = Deze rij heeft een grens die niet te lezen is, of van een soort die geen gebied kan zijn. De cijfers van de rij zijn wel gelezen; op de kaart ontbreekt het gebied.
K0317 = `header_rows` is { $found }; het kan 1 tot en met 5 zijn
    .hint = tel de rijen met titels boven de eerste rij met cijfers
    .explain = Elke tabel heeft ten minste één rij met titels. Bij twee rijen worden de titels aan elkaar gezet met een `/`.
K0318 = er staan geen rijen onder de titels
    .hint = kijk of dit het goede bestand en het goede blad is
    .explain = De titels zijn er, maar er staat niets onder. Bij een dienst kan een filter te streng zijn.
K0319 = een cel die geen enkele waarde is, maar een lijst of een blok bytes
    .hint = laat de kolom weg, of haal haar uit elkaar voor je het bestand inleest
    .explain = In JSON en GeoPackage kan in een cel een lijst of een bestand staan. Daar is geen cijfer van te maken; de cel is leeg gelezen.
K0320 = `{ $found }` is geen gewone tabel, maar een programma in de database
    .hint = sla de laag in QGIS op als een nieuw GeoPackage
    .explain = In een GeoPackage kunnen weergaven en berekende kolommen staan. Die voeren uit wat het bestand zegt. Kapstok leest alleen gewone tabellen.

## Rijen en gebieden (K0321-K0332, K0346-K0348)
K0321 = `{ $found }` in kolom `{ $column }` is een getal, geen gebiedscode
    .hint = sla de kolom op als tekst, of zet het voorvoegsel terug met `area_prefix`; een spreadsheet haalt nullen vooraan weg
    .explain = Gebiedscodes zijn tekst: GM0363 is een ander gebied dan 363. Een spreadsheet maakt van een code soms een getal en dan zijn nullen vooraan verdwenen. Welke code het was, is dan niet zeker.
K0322 = `{ $found }` in kolom `{ $column }` lijkt op een { $level }, maar heeft niet de vorm `{ $pattern }`
    .hint = zoek de goede code op; is de rij geen gebied, laat haar dan weg met `drop`
    .explain = De eerste letters kloppen, de rest niet. In de vorm staat # voor een cijfer, @ voor een hoofdletter en * voor een van beide.
K0323 = `{ $found }` in kolom `{ $column }` is geen gebiedscode van dit land ({ $country })
    .hint = kijk of `area` de kolom met codes noemt en niet die met namen; een rij die geen gebied is, gaat weg met `drop`
    .explain = Deze tekst heeft de vorm van geen enkel niveau van het land. Vaak staat in de kolom een naam, of is de rij een totaal of een voetnoot.
K0324 = in kolom `{ $column }` staat geen gebiedscode
    .hint = vul de code aan, of laat lege rijen weg met drop = [{"{"} column = "{ $column }", is = [""] {"}"}]
    .explain = Zonder code is niet bekend over welk gebied de rij gaat. De rij is niet gebruikt.
K0325 = rijen van grond buiten het land zijn weggelaten, zoals `{ $found }`
    .hint = je hoeft niets te doen
    .explain = Op de Wijk- en buurtkaart staat ook Belgische grond bij Baarle-Nassau. Dat is geen gebied van dit land en telt nergens mee.
K0326 = gebied { $area } staat twee keer in het bestand, met dezelfde cijfers
    .hint = je hoeft niets te doen; de eerste rij (rij { $first }) is gebruikt
    .explain = Twee rijen gaan over hetzelfde gebied en dezelfde periode, en zeggen hetzelfde. Er is er een gebruikt.
K0327 = gebied { $area } staat twee keer in het bestand, met verschillende cijfers in kolom `{ $column }`
    .hint = vergelijk met rij { $first }; mist er een keuze bij `where`, zoals een leeftijd of soort?
    .explain = Twee rijen gaan over hetzelfde gebied en dezelfde periode, maar de cijfers verschillen. Vaak staan er meer groepen in het bestand en moet `where` er een kiezen. Kapstok kiest niet zelf.
K0328 = geen rij voldoet aan { $conditions }, van de { $rows } die er staan
    .hint = kijk met `kapstok columns { $file }` welke waarden er staan
    .explain = Met `where` en `drop` in kapstok.toml blijft er geen rij over. Een waarde is misschien anders geschreven dan in het bestand.
K0329 = er is geen indicator `{ $found }`
    .hint = bedoelde je `{ $nearest }`? Anders: voeg een [[indicator]] toe
    .explain = Een kolom verwijst naar een indicator die niet in kapstok.toml staat. Zonder eenheid en richting kan een cijfer niet worden gebruikt.
K0330 = er staat niet in welke kolom de gebiedscode staat
    .hint = zet area = "..." bij de bron; de eerste kolommen zijn: { $known }
    .explain = Elke rij gaat over een gebied, en de code zegt welk. Noem de kolom met `area`, of kies een vorm met `form`.
K0331 = kolom `{ $column }` heeft geen peiljaar
    .hint = zet period = "2024" bij de bron of de kolom, of noem een kolom met period_column
    .explain = Van elk cijfer moet vaststaan over welk jaar het gaat. Dat is iets anders dan het jaar van de gebiedsindeling of de dag van ophalen.
K0332 = `{ $found }` is geen periode
    .hint = schrijf een jaar (2020), een kwartaal (2020KW01) of een maand (2020MM06); 2020JJ00 mag ook
    .explain = Kapstok leest jaren en de kwartalen en maanden zoals het CBS ze schrijft. Zonder periode is een cijfer niet met een ander te vergelijken.
K0346 = geen rij heeft een bruikbare gebiedscode, van de { $rows } die er staan
    .hint = kijk of `area` de goede kolom noemt: `kapstok columns { $file }`
    .explain = Alle rijen zijn afgevallen; bij de andere meldingen staat waarom. Vaak noemt `area` de verkeerde kolom, of hoort het bestand bij een ander land.
K0347 = gebied { $area } heeft twee verschillende grenzen
    .hint = voeg de delen in de kaart samen tot één vorm
    .explain = Een gebied met meer delen hoort als één vorm in de kaart te staan. Hier zijn het losse rijen. De eerste is gebruikt, dus een deel ontbreekt.
K0348 = gebieden zonder grens, zoals { $area }
    .hint = je hoeft niets te doen, of kies een kaart waarin ze staan
    .explain = Voor deze gebieden zijn er wel cijfers, maar staat er geen vorm in de kaart. Heel kleine gebieden vallen bij vereenvoudigen soms weg.

## Cijfers (K0333-K0345)
K0333 = `{ $found }` in kolom `{ $column }` is geen getal
    .hint = is het een teken voor een ontbrekend cijfer? Zet het bij missing, met de reden
    .explain = In een kolom met cijfers staat iets anders. Kapstok maakt er geen nul van en slaat het niet stil over.
K0334 = `{ $found }` in kolom `{ $column }` kan twee getallen zijn
    .hint = zet decimal = "comma" of decimal = "point" bij de bron
    .explain = `1.234` kan ruim één zijn of ruim duizend. Als een ander cijfer in de kolom het duidelijk maakt, volgt Kapstok dat. Hier doet geen enkel cijfer dat.
K0335 = teken `{ $found }` in kolom `{ $column }` heeft geen reden
    .hint = zet bij de bron: missing = [{"{"} mark = "{ $found }", reason = "not_measured" {"}"}] (of secret, cannot_occur, not_yet_out, nil)
    .explain = Uitgevers zetten een teken waar geen cijfer is. Wat het betekent verschilt per bestand: geheim, niet gemeten, kan niet voorkomen, nog niet uit, of juist nul. Schrijf op wat het hier is; kijk daarvoor in de toelichting van de uitgever.
K0336 = lege cellen in kolom `{ $column }` zonder reden; ze gelden als niet gemeten
    .hint = zet bij de bron: missing = [{"{"} mark = "", reason = "not_measured" {"}"}], of een andere reden
    .explain = Een lege cel kan betekenen dat iets niet kan voorkomen, dat het nog niet uit is, of dat niemand het mat. Schrijf op wat het hier is.
K0337 = kolom `{ $column }` zegt dat { $area } in `{ $found }` ligt; volgens de code is dat { $expected }
    .hint = je hoeft niets te doen: de code is gevolgd
    .explain = De wijk van een buurt staat in de buurtcode zelf. Een kolom die iets anders zegt, is bijna altijd een fout in het bestand. Kapstok gebruikt de code.
K0338 = { $found } in kolom `{ $column }` past niet bij de eenheid { $unit }
    .hint = klopt `unit` bij de indicator, en moet er een `factor` bij de kolom?
    .explain = Een percentage ligt tussen 0 en 100, een aandeel tussen 0 en 1, en een aantal is niet kleiner dan 0. Deze cijfers vallen erbuiten. Ze zijn gebruikt zoals ze er staan.
K0339 = kolom `{ $column }` zou in procenten zijn, maar geen cijfer is hoger dan { $max }
    .hint = zijn het aandelen van 0 tot 1? Zet factor = 100.0 bij de kolom
    .explain = Sommige bestanden schrijven 17,5 procent als 0,175. Als dat hier zo is, zijn alle cijfers honderd keer te klein.
K0340 = kolom `{ $column }` zou aantallen bevatten, maar geen cijfer is hoger dan { $max }
    .hint = zijn het aandelen? Zet unit = "fraction" of "percent" bij de indicator
    .explain = Een aantal mensen is een heel getal. Hier staan breuken tot 1, en dat zijn waarschijnlijk aandelen. Aandelen mag je niet optellen over gebieden.
K0341 = { $found } in kolom `{ $column }` is geen veelvoud van { $step }
    .hint = klopt `rounding` bij de indicator? Het CBS rondt bij gemeenten niet af op vijftallen, bij wijken en buurten wel
    .explain = De afronding van een bron zegt hoe ver een cijfer van het getelde kan liggen. Hier staan cijfers die fijner zijn. Marges die daarop rusten, worden dan te ruim.
K0342 = de marges om { $found } in kolom `{ $column }` sluiten het cijfer niet in
    .hint = kijk of `lower` en `upper` de goede kolommen noemen
    .explain = Een cijfer ligt tussen zijn onder- en bovengrens. Hier niet, dus zijn de marges weggelaten; het cijfer staat er wel.
K0343 = er is geen vorm `{ $found }`
    .hint = bedoelde je `{ $nearest }`? Er zijn: { $known }
    .explain = Een vorm (`form`) vult in hoe een uitgever zijn bestanden schrijft. Zonder vorm kun je alles ook zelf noemen.
K0344 = indicator { $indicator } staat twee keer in deze bron, voor hetzelfde peiljaar
    .hint = geef een van de kolommen een ander peiljaar (`period`), of laat er een weg
    .explain = Twee kolommen geven hetzelfde cijfer voor hetzelfde jaar. Welke geldt, kan Kapstok niet weten.
K0345 = `{ $found }` in kolom `{ $column }` is te groot voor een getal
    .hint = kijk of er in het bestand iets is vastgeplakt
    .explain = Zo'n getal komt in geen tabel voor. Meestal zijn twee cijfers aan elkaar geraakt.

## Grenswijzigingen (K0350-K0359)
K0350 = gewicht `{ $found }` in kolom `{ $column }` is geen getal
    .hint = vul een aantal in, of laat de rij weg met `where`
    .explain = Een gewicht telt hoeveel er van het ene gebied in het andere ligt: adressen, woningen of inwoners. Zonder gewicht is niet te zeggen hoe een cijfer wordt verdeeld.
K0351 = gewicht { $found } van { $from } naar { $to } is geen aantal
    .hint = een gewicht is nul of meer
    .explain = Een gewicht telt adressen, woningen of inwoners en kan niet kleiner zijn dan nul.
K0352 = { $area } is een { $found }, verwacht een { $expected }
    .hint = kies de rijen van één niveau met `where`, of zet `level` goed
    .explain = Een omnummering gaat over gebieden van één niveau. In dit bestand staan er meer bij elkaar.
K0353 = dit land heeft geen niveau `{ $found }`
    .hint = bedoelde je `{ $nearest }`? Er zijn: { $known }
    .explain = Schrijf het niveau zoals het in het landbestand staat, in het Engels: municipality, district, neighbourhood.
K0354 = { $from } naar { $to } staat er twee keer, met verschillende gewichten
    .hint = kies met `where` één soort gewicht of één paar jaren
    .explain = Elk paar gebieden hoort één keer in de tabel te staan. Vaak staan er meer soorten gewicht of meer jaren in één bestand.

## Rekenrecept in woorden
explained-reproduces = Rekent een gepubliceerde index na: { $index }.
explained-level = Gemaakt per { $level }.
explained-single = Elke uitkomst wordt in 32 bits bewaard, zoals bij de bron.
explained-mixed = Verschillende perioden of indelingen staan bij elkaar. Waarom, in de woorden van het recept: "{ $reason }"
explained-no-models = Modelschattingen doen niet mee.
explained-inputs = Wat erin gaat
explained-name = naam
explained-column = kolom
explained-label = wat het is
explained-unit = eenheid
explained-direction = richting
explained-as-indicator = zoals de indicator zegt
explained-starts = `{ $column }` begint met `{ $start }`
explained-is-missing = `{ $column }` ontbreekt
explained-excluded = Doet niet mee, ook niet in het aantal gebieden n: { $rule }.
explained-not-ranked = Krijgt geen rangnummer, en telt bij rangnummers niet in n: { $rule }.
explained-steps = Stappen
explained-burdens = Opgaven die samenkomen
explained-worst = Een domein telt als het gebied hoort bij de { $fraction } % van zijn niveau waar de opgave het grootst is, van de gebieden met een cijfer en genoeg inwoners. Wie op de grens gelijk staat, telt mee.
explained-not-people = Dit zegt niets over personen.
explained-outputs = Wat eruit komt
step-band = { $bands } groepen naar `{ $in }`, met { $by ->
    [people] evenveel van `{ $population }`
   *[areas] evenveel gebieden
 }
step-exponential = rekt het zwaarste deel van `{ $in }` uit tot 0-100
step-flag = 1 bij `{ $in }` { $sign } { $bound }, anders 0
step-goalposts = `{ $in }` tussen de palen { $low } en { $high }{ $cap ->
    [cut] , afgekapt op 0 en 1
   *[open] {""}
 }
step-linear = `{ $in }` verschoven en geschaald
step-logarithm = natuurlijke logaritme van `{ $in }`
step-min-max = `{ $in }` van laagste naar hoogste, tussen { $low } en { $high }
step-rank = rangnummer van `{ $in }`, { $order ->
    [highest-first] de hoogste eerst
   *[lowest-first] de laagste eerst
 }; { $ties ->
    [min] gelijken delen het laagste nummer
    [mean] gelijken delen het gemiddelde nummer
   *[max] gelijken delen het hoogste nummer
 }
    .maths = { $out } = rang({ $in })
step-rank-fraction = rangnummer `{ $in }` als deel van het aantal gebieden n
step-ratio = `{ $numerator }` gedeeld door `{ $denominator }`, maal { $factor }
step-round = `{ $in }` afgerond op { $n ->
    [one] 1 decimaal
   *[other] { $n } decimalen
 }, { $mode ->
    [half-up] een half naar boven
   *[half-even] een half naar het even cijfer
 }
    .maths = { $out } = afgerond({ $in }, { $n })
step-sum = som van { $parts }
step-summarise = per { $level }: { $how ->
    [average-score] gemiddelde score, gewogen naar inwoners,
    [average-rank] gemiddelde van n + 1 - rangnummer, gewogen naar inwoners,
    [proportion-worst] aandeel gebieden in het zwaarste tiende deel
    [extent] aandeel inwoners in de zwaarste drie tienden, aflopend per percentiel,
   *[local-concentration] gemiddelde van n + 1 - rangnummer van het zwaarste tiende deel van de inwoners,
 } naar `{ $in }`
    .maths = { $out } = samenvatting({ $in })
step-weighted-mean = { $mean ->
    [geometric] gewogen meetkundig gemiddelde
   *[arithmetic] gewogen gemiddelde
 } van { $parts }; { $if-missing ->
    [at-least] van wat bekend is, als dat er minstens { $n } zijn
   *[makes-missing] ontbreekt er een, dan ontbreekt het geheel
 }
step-z-score = afstand van `{ $in }` tot het gemiddelde, in standaardafwijkingen{ $turn ->
    [turned] ; zo gedraaid dat hoger een opgave is
   *[as-it-is] {""}
 }
    .maths = { $out } = ({ $in } - gemiddelde) / sd{ $turn ->
        [turned] , × -1 waar hoger gunstiger is
       *[as-it-is] {""}
    }

## Hulp (`--help`) en verkeerd gebruik
help = Kapstok: cijfers, keuzes en toezeggingen over buurten, aan één kapstok.
help-heading-usage = Gebruik
help-heading-arguments = Argumenten
help-heading-commands = Opdrachten
help-heading-options = Opties
help-more = Meer over één opdracht: kapstok OPDRACHT --help
help-value-command = OPDRACHT
help-value-options = OPTIES
help-value-dir = MAP
help-value-area = GEBIED
help-value-indicator = INDICATOR
help-value-period = PERIODE
help-value-port = N
help-value-host = ADRES
help-value-theme = BESTAND
help-value-replications = N
help-value-seed = N
help-value-recipe = RECEPT
help-value-tables = TABEL
help-value-folders = MAP
help-value-data = MAP
help-value-out = BESTAND
help-value-level = NIVEAU
help-value-format = VORM
help-value-file = BESTAND
help-value-folder = MAP
help-value-sheet = BLAD
help-value-what = WAT
help-value-from = MAP
help-value-template = SJABLOON
help-value-municipality = GEMEENTE
help-value-lang = TAAL
help-value-column = TITEL=VELD
help-value-partner = PARTNER
help-value-withdraw_missing = REDEN
help-value-about = DING
help-value-after = VERSIE
help-value-at = DAG
help-value-before = VERSIE
help-value-by = ROL
help-value-choice = HASH
help-value-date = DAG
help-value-event = NUMMER
help-value-field = VELD
help-value-fields = VELD=WAARDE
help-value-head = HASH
help-value-id = DING
help-value-noun = SOORT
help-value-outcome = UITKOMST
help-value-reason = TEKST
help-value-text = TEKST
help-value-why = TEKST
help-value-year = JAAR
help-arg-help = Toon deze hulp
help-arg-version = Toon de versie
help-arg-lang = Taal van wat je leest: nl of en. Zonder deze optie beslissen LC_ALL, LC_MESSAGES of LANG
help-arg-dir = De werkmap
help-demo = Maak de verzonnen streek, bouw haar, toon één gebied en de waarheid, en laat de pagina's zien
help-demo-dir = Waar de streek komt; zonder deze optie een map voor tijdelijke bestanden
help-demo-no_serve = Laat daarna geen pagina's zien
help-init = Maak een werkmap
help-init-template = Waarmee je begint: nl, england of empty (leeg). Zonder deze optie nl
help-init-municipality = Eén gemeente binnen het land, met haar naam of code
help-fetch = Haal op wat kapstok.toml noemt; toont bron, licentie en hash
help-fetch-from = Neem de bestanden uit een map in plaats van het netwerk
help-check = Kijk alles na: elk probleem met zijn plaats en wat je kunt typen
help-build = Maak van de bronnen een build
help-build-json = Toon de aantallen als JSON
help-serve = Laat pagina's, kaart en API zien van de laatste build
help-serve-port = De poort; bij 0 een die vrij is
help-serve-host = Het adres; andere computers komen alleen bij de pagina's als u hier iets anders dan 127.0.0.1 kiest
help-serve-theme = Een stijlblad van de gemeente, geladen na het onze
help-why = Toon waar één cijfer vandaan komt
help-why-area = Code van een gebied, of een naam die maar één gebied heeft
help-why-indicator = Id van een indicator
help-why-period = De periode; zonder deze optie de nieuwste met een cijfer
help-check-json = Toon de problemen als JSON
help-why-json = Toon hetzelfde als JSON
help-area = Toon één gebied: cijfers, opgaven die samenkomen, grenzen en bronnen
help-area-area = Code van een gebied, of een naam die maar één gebied heeft
help-area-json = Toon hetzelfde als JSON
help-area-pairs = Toon ook voor elk paar opgaven hoeveel mensen ze allebei kunnen hebben
help-agenda = Leg vast wat er voor een gebied is afgesproken, laat het zien, en bewijs het
help-agenda-template = Maak een plan om in te vullen: de opgaven van een gebied en de schakels ertussen staan erin
help-agenda-template-dir = De werkmap
help-agenda-template-area = Code van een gebied, of een naam die maar één gebied heeft
help-agenda-template-out = Het bestand: .xlsx, .docx of .pdf
help-agenda-import = Lees een plan in met uw eigen kolommen, of een blad dat een partner terugstuurde
help-agenda-import-file = Het bestand: .xlsx of .docx
help-agenda-import-area = Het gebied van rijen die er geen noemen
help-agenda-import-year = Het jaar van bedragen die er geen noemen
help-agenda-import-column = Wat er in een kolom staat, zoals "Trekker=owners"; mag vaker
help-agenda-import-withdraw_missing = Haal uit de agenda wat het bestand niet meer noemt, om deze reden
help-agenda-import-dry_run = Laat zien wat er zou veranderen, en schrijf niets
help-agenda-import-by = De rol die dit zegt, zoals secretaris
help-agenda-import-date = De dag vanaf wanneer het geldt; zonder: vandaag
help-agenda-import-json = Druk hetzelfde af als JSON
help-agenda-ask = Maak één blad met de maatregelen van een partner, om te bevestigen
help-agenda-ask-partner = De partner: de naam, of o3
help-agenda-ask-area = Alleen maatregelen van dit gebied
help-agenda-ask-out = Het bestand: .xlsx
help-agenda-export = Schrijf de agenda van een gebied op de bladen van een plan
help-agenda-export-area = Code van een gebied, of een naam die maar één gebied heeft
help-agenda-export-out = Het bestand: .xlsx, .docx of .pdf
help-agenda-show = Laat zien wat er voor één gebied is afgesproken
help-agenda-show-area = Code van een gebied, of een naam die maar één gebied heeft
help-agenda-show-at = Zoals het was aan het eind van deze dag, zoals 2026-06-30
help-agenda-show-json = Geef hetzelfde als JSON
help-agenda-set = Leg één ding vast: een opgave, een maatregel, geld
help-agenda-set-noun = Het soort: burden (opgave), link (verband), promise (toezegging), organisation (organisatie), action (maatregel), capacity (geld of fte), target (doel), delivery (resultaat), confirmation (antwoord van een partner) of reply (reactie)
help-agenda-set-fields = Wat het zegt, zoals area=WK990101 name="Schulden"; `veld=` maakt een veld leeg
help-agenda-set-id = Wat er verandert, zoals a12; zonder dit wordt iets nieuws gemaakt
help-agenda-set-by = De rol die het zegt, zoals secretaris
help-agenda-set-date = De dag vanaf wanneer het geldt; zonder dit vandaag
help-agenda-withdraw = Haal iets uit de agenda; in het logboek blijft het staan
help-agenda-withdraw-id = Wat eruit gaat, zoals a12
help-agenda-withdraw-reason = Waarom
help-agenda-withdraw-by = De rol die het zegt
help-agenda-withdraw-date = De dag vanaf wanneer het geldt; zonder dit vandaag
help-agenda-adopt = Stel de agenda van een gebied vast: de volgende versie, met de cijfers van de laatste build ernaast
help-agenda-adopt-area = Code van een gebied, of een naam die maar één gebied heeft
help-agenda-adopt-reason = Waarom er een nieuwe versie is; de eerste heeft geen reden nodig
help-agenda-adopt-choice = Hash van de keuze waarmee het gebied is gekozen
help-agenda-adopt-by = Wie het vaststelde, zoals de raad
help-agenda-adopt-date = De dag ervan; zonder dit vandaag
help-agenda-deliver = Leg vast wat er in een jaar van een toezegging of maatregel kwam
help-agenda-deliver-id = De toezegging of maatregel, zoals p3
help-agenda-deliver-year = Het jaar
help-agenda-deliver-outcome = Wat ervan kwam: done (gedaan), partly (deels), late (te laat), dropped (vervallen) of rewritten (herschreven)
help-agenda-deliver-why = Waarom; alleen bij done hoeft het niet
help-agenda-deliver-by = De rol die het zegt
help-agenda-deliver-date = De dag vanaf wanneer het geldt; zonder dit vandaag
help-agenda-reply = Leg vast wat een bewoner zegt
help-agenda-reply-area = Code van een gebied, of een naam die maar één gebied heeft
help-agenda-reply-text = De woorden van de bewoner, zonder naam
help-agenda-reply-about = Waar het over gaat, zoals a12
help-agenda-reply-by = De rol die het opschrijft
help-agenda-reply-date = De dag ervan; zonder dit vandaag
help-agenda-answer = Leg het openbare antwoord op een reactie vast
help-agenda-answer-id = De reactie, zoals r2
help-agenda-answer-text = Het antwoord
help-agenda-answer-by = De rol die antwoordt
help-agenda-answer-date = De dag ervan; zonder dit vandaag
help-agenda-holes = Toon wat samenkomt en niemand oppakt, en wat is afgesproken en in de lucht hangt
help-agenda-holes-area = Code van een gebied, of een naam die maar één gebied heeft; zonder: hoeveel er in elk gebied zijn
help-agenda-holes-out = Schrijf een lijst voor een overleg: .docx, .xlsx of .pdf
help-agenda-holes-json = Druk hetzelfde af als JSON
help-agenda-ledger = Toon wie wat betaalt, waarvoor en wanneer, en hetzelfde geld in twee verdelingen
help-agenda-ledger-area = Code van een gebied, of een naam die maar één gebied heeft; zonder: alle
help-agenda-ledger-year = Alleen dit jaar
help-agenda-ledger-out = Schrijf het als stuk: .docx, .xlsx of .pdf
help-agenda-ledger-json = Druk hetzelfde af als JSON
help-report = Maak een stuk voor een overleg: een gebied op twee bladzijden, of de bijlage voor de raad
help-report-area = Maak een gebied op twee bladzijden: wat goed gaat, wat samenkomt, wat is afgesproken, wat ontbreekt
help-report-area-area = Code van een gebied, of een naam die maar één gebied heeft
help-report-area-out = Het bestand: .pdf, .docx of .xlsx
help-report-agenda = Maak de bijlage voor de raad: wie doet wat, doelen, geld, uitvoering, gaten, veranderingen
help-report-agenda-area = Code van een gebied, of een naam die maar één gebied heeft
help-report-agenda-out = Het bestand: .pdf, .docx of .xlsx
help-agenda-changes = Laat zien wat er tussen twee versies is veranderd, en wat er van elke toezegging kwam
help-agenda-changes-before = De eerdere versie, zoals WK990101-v1
help-agenda-changes-after = De latere versie, of now (nu); zonder dit nu
help-agenda-changes-json = Geef hetzelfde als JSON
help-agenda-log = Laat zien wat er is gebeurd, één gebeurtenis per regel
help-agenda-log-area = Code van een gebied, of een naam die maar één gebied heeft; zonder dit alles
help-agenda-log-json = Geef hetzelfde als JSON
help-agenda-verify = Controleer of elke byte van het logboek er staat zoals zij is geschreven
help-agenda-verify-head = Een kop die elders is bewaard: had dit logboek die ooit?
help-agenda-verify-json = Geef de kop en het aantal gebeurtenissen als JSON
help-agenda-redact = Haal woorden uit het logboek; dat ze er stonden blijft zichtbaar
help-agenda-redact-event = Het nummer van de gebeurtenis, zoals `kapstok agenda log` het toont
help-agenda-redact-field = Welke woorden: een veld zoals name, of by, of reason
help-agenda-redact-reason = Waarom
help-agenda-redact-by = De rol die het doet
help-agenda-redact-date = De dag ervan; zonder dit vandaag
help-score = Reken een recept uit op losse CSV-bestanden; de scores komen als CSV op het scherm
help-score-recipe = Het recept
help-score-tables = Tabellen met een kolom met gebiedscodes; daarop worden ze samengevoegd
help-sure = Trek alles opnieuw wat anders had kunnen zijn, en toon wat dat met de uitkomst doet
help-sure-recipe = Alleen dit recept; zonder: elk recept met `[sure]`
help-sure-area = Toon ook de intervallen van dit gebied (code of naam)
help-sure-replications = Zoveel trekkingen, in plaats van wat het recept zegt
help-sure-seed = Dit zaad, in plaats van dat van het recept
help-sure-json = Toon hetzelfde als JSON
help-conformance = Vergelijk gepubliceerde indices met de onze; noemt elk verschil
help-conformance-folders = Mappen met een conformance.toml
help-conformance-data = Waar de gepubliceerde bestanden staan; zonder deze optie KAPSTOK_DATA, dan de map zelf
help-conformance-json = Toon de aantallen als JSON
help-reconcile = Vergelijk gepubliceerde totalen met de onze, met de oorzaak van elk verschil
help-reconcile-json = Toon ook de regels als JSON
help-reconcile-out = Het werkblad dat wordt geschreven
help-export = Neem bestanden mee uit de laatste build
help-export-files = Schrijf één niveau als bestand voor een ander programma
help-export-files-level = Het niveau, zoals neighbourhood of municipality
help-export-files-format = De vorm: csv, nl.csv, csv.zip, xlsx, parquet, gpkg of geojson; zonder deze optie zegt het einde van de bestandsnaam het
help-export-files-out = Het bestand dat wordt geschreven
help-export-site = Schrijf de pagina's als gewone bestanden, kaart erbij, voor een gedeelde schijf of een webserver
help-export-site-folder = De map die wordt geschreven: nieuw, leeg, of van een eerdere keer
help-export-site-theme = Een stijlblad van de gemeente, geladen na het onze
help-columns = Toon wat er in een bestand staat: vorm, kolommen, soorten, tekens, voorbeelden
help-columns-file = Het bestand
help-columns-sheet = Het blad of de laag; zonder deze optie de eerste
help-explain = Leg een probleemcode (K0213) of een recept uit in gewone woorden
help-explain-what = De code, of het pad van een recept
help-schema = Toon het JSON-schema van de recepttaal
usage-unknown-command = `{ $found }` is geen opdracht
usage-unknown-argument = `{ $found }` hoort hier niet
usage-missing = hier ontbreekt: { $found }
usage-no-value = bij { $found } hoort een waarde
usage-wrong-value = `{ $found }` kan niet bij { $argument }
usage-other = zo is het niet te gebruiken ({ $found })
usage-near = bedoelde je `{ $near }`?
usage-values = het kan zijn: { $near }
usage-page = zie `{ $page }`

## Server
choose-desk-at = { $choice }: { $address }
choose-desk-role = Wie dit adres heeft kan in het logboek schrijven als { $role }; het werkt alleen op deze computer, tot u stopt met Ctrl+C
choose-desk-no-rule = van deze keuze staat geen regel in kapstok.toml; zet die bij `protocols` en bouw opnieuw
serve-at = Te zien op { $address } (stoppen: Ctrl+C)

## Pages
page-access-lede = Deze site wil voldoen aan EN 301 549 en WCAG 2.2, niveau A en AA. De makers hebben dat zelf getest; geen ander heeft het onderzocht.
page-access-limits = Wat nog niet goed gaat
page-access-limits-1 = Op een smal scherm wordt een tabel een lijst; sommige schermlezers noemen de kopregels dan anders.
page-access-limits-2 = Plaatjes zijn verborgen voor schermlezers: de zin en de tabel komen ervoor in de plaats.
page-access-limits-3 = Namen en titels van bronnen staan er in de taal van de uitgever, zonder aanduiding van die taal.
page-access-limits-4 = Een PDF uit de browser is niet getagd zoals PDF/UA dat vraagt.
page-access-limits-5 = De uitleg bij berekeningen is niet overal op taalniveau B1.
page-access-not = Wat buiten deze site valt
page-access-not-1 = Een stijlblad van de gemeente kan het contrast veranderen; wie het kiest, gaat daarover.
page-access-not-2 = Downloads zijn tabellen voor programma's; hun weergave hangt van dat programma af.
page-access-tell = Werkt iets niet voor u?
page-access-tell-words = Meld het bij de organisatie die deze site aanbiedt. Noem het adres van de bladzijde en wat u gebruikt. U mag dezelfde cijfers ook in een andere vorm vragen.
page-access-tested = Hoe dat is getest
page-access-tested-1 = Tests bij elke wijziging: één kop, kopregels en bijschriften bij tabellen, de taal van de bladzijde, geen dode links.
page-access-tested-2 = Zelf bekeken in Chromium, licht en donker, op drie breedten en op papier.
page-access-tested-3 = Contrast van tekst en van merken in plaatjes nagerekend: minstens 4,5 en 3 op 1.
page-access-tested-4 = Niet getest: schermlezers met echte gebruikers, spraakbediening, andere browsers dan Chromium.
page-access-title = Toegankelijkheid
page-access-works = Wat werkt
page-access-works-1 = Elke bladzijde is volledig zonder JavaScript.
page-access-works-2 = Bij elke kaart en elk plaatje staan een zin en een tabel met dezelfde cijfers.
page-access-works-3 = Alles is met het toetsenbord te doen; de focus is altijd te zien.
page-access-works-4 = Kleur is nooit het enige teken: elk merk heeft een eigen vorm of een woord.
page-access-works-5 = De bladzijden passen op een scherm van 320 pixels en bij 400 % vergroting.
page-access-works-6 = Licht en donker volgen uw apparaat, net als minder beweging en meer contrast.
page-access-works-7 = Waar een cijfer ontbreekt, staat de reden in woorden.
page-all-sources = Alle bronnen, met licentie en controlegetal
page-all-together = het geheel
page-and = en
page-area-figures = Alle cijfers
page-area-locator = { $name } (gemarkeerd) tussen de { $number } { $levels } van { $within }. Noord is boven.
page-area-locator-all = { $name } (gemarkeerd) tussen alle { $number } { $levels }. Noord is boven.
page-area-look-larger = Cijfers staan er wel bij het grotere gebied:
page-area-no-figures = Hier staan geen cijfers
page-area-print = Afdrukken geeft twee vellen A4.
page-area-selection = Op papier staan { $printed } van { $all } cijfers: per domein het cijfer dat in de telling meedoet, dan de andere, ten hoogste drie. Alle cijfers staan op de pagina zelf.
page-area-too-few = Dit gebied heeft minder dan { $min } inwoners, of hun aantal is niet bekend. Dan tonen we geen cijfers: die zouden over herkenbare mensen kunnen gaan.
page-as-table = Als tabel
page-card-area = Mijn gebied
page-card-area-words = Alles over één buurt of wijk: eerst wat goed gaat, dan de opgaven, met bron en datum bij elk cijfer. Past op twee vellen.
page-card-figures = Welk cijfer waar?
page-card-figures-words = Eén indicator voor alle gebieden: kaart, tabel en bestand. Zonder ranglijst.
page-card-map = Kaart van wat samenkomt
page-card-map-words = Waar komen opgaven samen, van hoeveel domeinen is dat bekend, en op hoeveel bronnen rust het?
page-class-above = { $from } en hoger
page-class-all = alle gelijk
page-class-below = lager dan { $to }
page-class-between = { $from } tot { $to }
page-class-missing = geen cijfer
page-code = code
page-col-among = Tussen alle { $levels }
page-col-area = Gebied
page-col-code = Code
page-col-difference = Verschil
page-col-figure = Cijfer
page-col-here = Hier
page-col-middle = Midden
page-col-origin = Bron
page-col-residents = Inwoners
page-col-status = Status
page-col-trend = Eerder
page-compare-apart = de marges overlappen niet
page-compare-button = Vergelijk
page-compare-equal = gelijk, zoals afgerond
page-compare-higher = { $other } ligt { $size } hoger
page-compare-kicker = Twee gebieden naast elkaar
page-compare-label = Naam of code
page-compare-lower = { $other } ligt { $size } lager
page-compare-no-level = niet op dit niveau
page-compare-not-count = aantallen worden niet vergeleken: de gebieden verschillen in grootte
page-compare-not-known = niet te vergelijken: een van beide is er niet
page-compare-not-level = niet te vergelijken: dit cijfer is er maar op één van de niveaus
page-compare-not-period = niet te vergelijken: andere perioden
page-compare-other = Kies een ander tweede gebied
page-compare-overlap = de marges overlappen: het verschil kan toeval zijn
page-compare-points = { $number } procentpunt
page-compare-rule = Alleen cijfers over dezelfde periode worden vergeleken. Een verschil zegt niet waar het door komt.
page-compare-sentence = Bij { $higher } cijfers ligt { $other } hoger dan { $one }, bij { $lower } lager.
page-compare-not-always = Hoger is niet altijd gunstiger of ongunstiger: dat staat bij het cijfer zelf.
page-compare-these = vergelijk
page-compare-title = { $one } en { $other }
page-compare-title-three = { $one }, { $other } en { $third }
page-compare-label-next = Nog een, met naam of code
page-compare-pick-title = Gebieden naast elkaar
page-compare-pick = Noem twee of drie gebieden om ze naast elkaar te zetten.
page-compare-pick-one = U noemde één gebied. Noem er nog een of twee bij.
page-compare-pick-many = U noemde { $number } gebieden. Naast elkaar passen er hooguit drie: haal vinkjes weg.
page-compare-pick-named = Genoemde gebieden
page-compare-too-few = Dit gebied heeft te weinig inwoners om cijfers te tonen.
page-compare-with = Vergelijk met een ander gebied
page-compass-east = oost
page-compass-north = noord
page-compass-north-east = noordoost
page-compass-north-west = noordwest
page-compass-south = zuid
page-compass-south-east = zuidoost
page-compass-south-west = zuidwest
page-compass-west = west
page-crumbs = Kruimelpad
page-downloads-areas = { $number } gebieden, indeling van { $year }
page-downloads-cite-title = Zo verwijst u ernaar
page-downloads-lede = Alles wat hier te zien is, om mee te nemen: met woordenboek, redenen van ontbrekende cijfers, licentie en bronvermelding. De tabellen hebben één rij per gebied en de nieuwste periode van elk cijfer; in het pakket en de GeoPackage staan alle perioden.
page-downloads-programs = Voor programma's
page-downloads-programs-words = QGIS, R, Python en Excel lezen de cijfers rechtstreeks (OGC API Features). De lijst van alles:
page-downloads-title = Downloads
page-error-body = Met deze vraag kwam iets mee, zoals een formulier of een bestand. Hier wordt niets ontvangen. Volg een link op deze site, of begin opnieuw.
page-error-body-title = Er is iets meegestuurd
page-error-ceased = De code { $found } hoort bij een eerdere indeling. Het gebied is opgegaan in:
page-error-ceased-title = Dit gebied bestaat niet meer
page-error-desk-no-desk = Bij dit adres hoort geen tafel om te schrijven. Elke start van de tafel geeft een nieuw adres: neem het laatste dat de terminal toont.
page-error-desk-no-desk-title = Deze tafel is er niet
page-error-desk-method = Dit adres neemt alleen het formulier van de pagina aan. Ga terug naar de tafel en gebruik een knop.
page-error-desk-method-title = Een formulier wordt met POST gestuurd
page-error-desk-elsewhere = Alleen een pagina van dit adres mag schrijven. Open de tafel met het adres uit de terminal (127.0.0.1) en stuur het formulier daar.
page-error-desk-elsewhere-title = Dit komt niet van de tafel zelf
page-error-desk-kind = Alleen een formulier van de pagina wordt aangenomen (application/x-www-form-urlencoded). Er is niets geschreven.
page-error-desk-kind-title = Dit is geen formulier
page-error-desk-too-long = Een formulier heeft hier ten hoogste 64 kB. Maak de reden of de opmerking korter. Er is niets geschreven.
page-error-desk-too-long-title = Het formulier is te lang
page-error-desk-no-text = Het formulier is niet in UTF-8 geschreven. Er is niets geschreven.
page-error-desk-no-text-title = Het formulier is geen tekst
page-error-desk-other-form = Er ontbreekt iets, of er is iets te veel. Misschien is de tafel sindsdien opnieuw gestart: laad de pagina opnieuw. Er is niets geschreven.
page-error-desk-other-form-title = Dit is niet het formulier van deze tafel
page-error-desk-unsure = Het opschrijven is midden in het werk gestopt. Kijk in het logboek (kapstok agenda log) of het besluit er staat, voordat u het nog eens probeert.
page-error-desk-unsure-title = Het is niet zeker of het is opgeschreven
page-error-desk-blind = Andere pagina’s kunnen tonen wat anderen besloten. Ga terug naar de tafel, of start haar zonder --blind.
page-error-desk-blind-title = Deze pagina blijft dicht zolang u blind leest
page-error-do = Wat u kunt doen
page-error-do-figures = Kies een cijfer uit de lijst
page-error-do-search = Zoek het gebied in het zoekveld bovenaan.
page-error-do-start = Begin opnieuw
page-error-headers = Uw browser stuurde meer mee dan wij lezen, meestal cookies van een andere site op hetzelfde adres. Wis die, of open de pagina in een privévenster.
page-error-headers-title = Er is te veel meegestuurd
page-error-late = De pagina was er niet op tijd. Probeer het over een tel nog eens; blijft het zo, geef dan het adres door aan de beheerder.
page-error-late-title = Dit duurde te lang
page-error-method = Aan deze pagina's kan niets worden gestuurd of veranderd. Vraag ze op met GET.
page-error-method-title = Pagina's zijn er om te lezen
page-error-near = Bedoelde u
page-error-no-area = Geen gebied heeft de code { $found }.
page-error-no-area-title = Dit gebied is niet bekend
page-error-no-figure = Er is geen indicator, niveau, periode of recept dat zo heet: { $found }.
page-error-no-figure-title = Dit is er niet
page-error-ours = De pagina kon niet worden gemaakt. Probeer het nog eens; blijft het zo, geef dan het adres door aan de beheerder.
page-error-ours-title = Er ging iets mis aan onze kant
page-error-parameter = De pagina is er, maar achter het vraagteken staat iets wat niet kan: { $found }.
page-error-parameter-title = Zo kan deze pagina het niet
page-error-too-long = Een adres heeft hier hooguit 8.000 tekens. Zoek op minder woorden, volg een link op deze site, of begin opnieuw.
page-error-too-long-title = Dit adres is te lang
page-error-unknown = Op het adres { $found } staat niets. Misschien is het verkeerd overgenomen, of is de pagina van een andere versie.
page-error-unknown-title = Deze pagina is er niet
page-error-unreadable = Het adres bevat tekens die er niet in horen. Misschien is het verkeerd overgenomen. Volg een link op deze site, of begin opnieuw.
page-error-unreadable-title = Deze vraag is niet te lezen
page-error-went = { $share } % ervan, van de indeling van { $from } naar die van { $to }
page-figures-known = { $period }, { $number } van { $of-all } bekend
page-figures-lede = Alle indicatoren, per domein, wat goed gaat eerst. Kies bij een cijfer het niveau voor de kaart en de tabel.
page-figures-title = Welk cijfer waar?
page-footer-build = build { $build }, { $program }
page-footer-licence = software: EUPL-1.2; cijfers: zie de licentie bij elke bron
page-footer-line = Kapstok: cijfers, keuzes en toezeggingen over buurten, aan één kapstok.
page-footer-period = cijfers over { $from } tot en met { $to }
page-footer-sources = { $n ->
    [one] 1 bronbestand
   *[other] { $n } bronbestanden
 }
page-form-csv = CSV volgens de standaard: komma tussen de velden, punt in getallen
page-form-csv-zip = pakket van CSV-bestanden: alle perioden, woordenboek, redenen, bronnen, licenties en verwijzing
page-form-geojson = GeoJSON met de kaart
page-form-gpkg = GeoPackage met de kaart en alle perioden, voor QGIS
page-form-nl-csv = CSV voor een Nederlands rekenblad: puntkomma tussen de velden, komma in getallen
page-form-parquet = GeoParquet, voor DuckDB, R en Python
page-form-xlsx = werkmap voor Excel en LibreOffice, met een blad met redenen en bronnen
page-how-counted = Hoe dit is geteld
page-inside = { $levels } hierin
page-invented = Verzonnen voorbeeld: geen gebied, cijfer of organisatie op deze pagina bestaat.
page-jump = Naar een domein
page-languages = Taal
page-legend = Legenda
page-legend-areas = Gebieden
page-levels-council-area = council areas
page-levels-country = landen
page-levels-county = county's
page-levels-data-zone = datazones
page-levels-district = wijken
page-levels-intermediate-zone = tussenzones
page-levels-lsoa = LSOA's
page-levels-municipality = gemeenten
page-levels-nav = Niveau
page-levels-neighbourhood = buurten
page-levels-state = staten
page-levels-tract = tracts
page-licence = licentie { $licence }
page-map-burdens = { $n ->
    [one] 1 domein
   *[other] { $n } domeinen
 }
page-map-caption = Noord is boven. Hoe meer een gebied afsteekt, hoe hoger het getal; grijs is geen cijfer. Alle getallen staan in de tabel.
page-map-count = Domeinen
page-map-kicker = Opgaven die samenkomen · { $levels } · { $of-all } domeinen
page-map-known = Bekende domeinen
page-map-no-atlas = De kaart die meebeweegt zit niet in dit programma. Wie het zelf bouwt, krijgt haar erbij met: cargo xtask atlas.
page-map-not-counted = niet geteld
page-map-nothing = In deze werkmap telt geen recept opgaven. Kies een cijfer om de kaart ervan te zien.
page-map-of = indeling van
page-map-other = Een kaart van één cijfer
page-map-sentence = Van { $number } van { $of-all } { $levels } is geteld in hoeveel domeinen zij horen bij het deel waar de opgave het grootst is.
page-map-sources = Onafhankelijke bronnen
page-map-title = Kaart van wat samenkomt
page-menu = Hoofdmenu
page-method-at = Grens
page-method-cuts = Waar elk domein is afgekapt
page-method-domain = Domein
page-method-hash = SHA-256 van het recept:
page-method-in = Gebieden erin
page-method-known = Gebieden met cijfer
page-method-link = Recept { $recipe }, per { $level }
page-method-scored = { $number } { $levels } hebben minstens één domein met een cijfer.
page-method-title = Hoe er wordt geteld
page-nav-accessibility = Toegankelijkheid
page-nav-downloads = Downloads
page-nav-figures = Cijfers
page-nav-map = Kaart
page-nav-sources = Bronnen en methode
page-nav-thursday = Donderdag is de raad
page-nav-truth = De waarheidstoets
page-neighbours = Wat ernaast ligt
page-no-map = Van deze { $levels } is geen kaart in de werkmap.
page-on-the-map = Bekijk op de kaart
page-one-source = Tellen als één bron: { $figures }.
page-people = Wat de cijfers zeggen over mensen met meer lasten tegelijk
page-periods = { $domain }: alle jaren als tabel
page-periods-nav = Jaar of periode
page-position-high = bij het hoogste kwart
page-position-low = bij het laagste kwart
page-position-middle = in de middelste helft
page-provisional = voorlopig
page-rebased = uit een andere indeling
page-residents = inwoners
page-retrieved = opgehaald op { $day }
page-retrieved-unknown = dag van ophalen niet bekend
page-search-button = Zoek
page-search-empty = Typ hierboven de naam van een buurt, wijk of gemeente, of een code zoals BU03630104. Met een komma geef je de gemeente erbij: centrum, delft.
page-search-found = { $n ->
    [one] 1 gebied gevonden.
   *[other] { $n } gebieden gevonden, de grotere gebieden eerst.
 }
page-search-label = Zoek een buurt, wijk, gemeente of code
page-search-more = { $n } gebieden gevonden. Dit zijn de eerste { $shown }: typ meer letters, of zet de gemeente achter een komma.
page-search-nearest = Geen gebied heet ‘{ $query }’. Deze namen lijken erop.
page-search-nothing = Geen gebied heet ‘{ $query }’, en geen naam lijkt erop. Kijk of de spelling klopt, of zoek de gemeente en kies daar een buurt. Adressen zijn hier niet bekend.
page-search-placeholder = Buurt, wijk, gemeente of code
page-search-title = Gezocht naar ‘{ $query }’
page-search-title-empty = Zoek een gebied
page-search-where = { $level } in { $above } · { $code }
page-similar = Lijkt op
page-similar-distance = afstand { $distance }, over { $shared } cijfers
page-similar-how = Hoe de afstand is berekend
page-similar-rule = Van alle { $levels } deze vijf met de kleinste afstand. De afstand is het kwadratisch gemiddelde van de verschillen, elk in robuuste standaardafwijkingen, over { $n ->
    [one] dit cijfer
   *[other] deze { $n } cijfers
 }; minstens de helft moet van beide gebieden bekend zijn. Geen aantallen, geen herkomst of geloof. Bij gelijke afstand beslist de code.
page-similar-why = Het minst verschillen { $figures }
page-skip = Direct naar de inhoud
page-sort-code = op code
page-sort-down-residents = op inwoners, meeste eerst
page-sort-down-value = op cijfer, hoogste eerst; gelijke cijfers op code
page-sort-name = op naam
page-sort-value = op cijfer, laagste eerst
page-source = bron
page-source-figures = { $n ->
    [one] 1 cijfer hieruit
   *[other] { $n } cijfers hieruit
 }
page-source-publisher = uitgever
page-source-url = adres
page-sources-build = Alles op deze site komt uit build { $build }. Dezelfde naam is dezelfde inhoud, tot op de letter.
page-sources-crosswalks = Tabellen tussen indelingen
page-sources-crosswalks-words = Langs deze tabellen zijn cijfers van de ene indeling naar de andere gebracht.
page-sources-files = Bestanden
page-sources-lede = Elk cijfer heeft een bestand, een uitgever, een licentie en een controlegetal. Wie dat bestand heeft, kan nagaan dat er niets aan is veranderd.
page-sources-title = Bronnen en methode
page-spine-band = de middelste helft van alle { $levels }, met hun midden
page-spine-legend = Elke lijn loopt van laag naar hoog; geen kant is de goede. Buiten beeld valt één op de honderd gebieden aan elke kant.
page-spines-caption = { $domain }: cijfers van { $name }
page-start-all = Alle { $levels }
page-start-counts = { $areas }, met { $n ->
    [one] 1 indicator
   *[other] { $n } indicatoren
 }.
page-start-crumb = Begin
page-start-empty = Nog geen gegevens
page-start-empty-do = Deze werkmap heeft nog geen cijfers. De beheerder typt: kapstok fetch MAP, en daarna: kapstok build MAP. Deze pagina toont ze dan vanzelf.
page-start-lede = Wat er goed gaat in een buurt, welke opgaven er samenkomen, en waar elk cijfer vandaan komt.
page-start-question = Waar wilt u kijken?
page-start-updated = Laatst bijgewerkt: het nieuwste bestand is opgehaald op { $day }.
page-strengths = Wat hier goed gaat
page-strengths-middle = midden van alle { $levels }: { $middle }
page-strengths-more = { $n ->
    [one] Nog 1 cijfer staat hieronder, bij zijn domein.
   *[other] Nog { $n } cijfers staan hieronder, bij hun domein.
 }
page-strengths-none = Met geen cijfer hoort dit gebied bij het gunstigste kwart van alle { $levels }. Dit zijn de cijfers waarvan meer gunstiger is.
page-strengths-rule = Met { $number } van de { $of-all } cijfers met een richting hoort dit gebied bij het gunstigste kwart van alle { $levels }.
page-swarm = { $name }: { $value }. Van { $n-known } { $levels } in { $within } is dit cijfer bekend: het laagste is { $low }, het middelste { $middle }, het hoogste { $high }. Zonder cijfer: { $without }.
page-swarm-all = Alle { $number } { $levels } als tabel
page-swarm-title = { $label }: { $levels } van { $within }
page-table-after = Volgende
page-table-all = Alle gebieden als tabel
page-table-before = Vorige
page-table-csv = De nieuwste cijfers van alle { $levels } als CSV
page-table-everywhere = alle gebieden
page-table-kicker = { $levels } · { $within } · { $period }
page-table-nothing = Van geen van de { $of-all } { $levels } is dit cijfer bekend.
page-table-order = De volgorde: { $by }.
page-table-page = Bladzijde { $page } van { $pages }
page-table-pages = Bladzijden
page-table-rows = Rij { $from } tot en met { $to } van { $of-all }.
page-table-sentence = Bekend van { $number } van { $of-all } { $levels }: het laagste is { $low }, het middelste { $middle }, het hoogste { $high }.
page-table-show = Toon
page-table-within = Alleen in
page-this-area = dit gebied
page-thursday-1-hidden = Binnen de { $number } { $levels } loopt het van { $low } ({ $low-name }) tot { $high } ({ $high-name }). { $n ->
    [one] 1 ervan hoort
   *[other] { $n } ervan horen
 } bij het kwart van alle { $levels } waar de opgave het grootst is.
page-thursday-1-none = In deze werkmap verbergt geen gemiddelde zoveel dat de regel het vindt.
page-thursday-1-rule = Zo gevonden: van alle grotere gebieden en alle geregistreerde aandelen van inwoners, volwassenen of huishoudens het gebied waarvan het eigen cijfer dicht bij het midden van alle buurten ligt (binnen een kwart van de kwartielafstand), terwijl de buurten erin het verst uiteen liggen. Minstens zes buurten met een cijfer.
page-thursday-1-sentence = { $label } in { $name }: { $value } ({ $period }). Dat is bijna het midden van alle { $levels }, { $middle }. Niets aan de hand, zegt het gemiddelde.
page-thursday-1-title = Een gemiddelde dat verbergt
page-thursday-2 = Welk gebied valt af door één keuze in de regel, en hoeveel mensen wonen daar?
page-thursday-2-rule = Zo gevonden: van de eerste regel van deze bouw die wel eens anders koos, het gebied buiten de lijst met de grootste kans om erin te zitten.
page-thursday-2-sentence = { $area } staat er niet op. Er wonen { $residents } mensen, en het zou voor { $counts } tellen. Van { $n } keren dat wij opnieuw kozen, met cijfers zoals ze ook hadden kunnen zijn, stond het er in { $chance } wel op. { $other } staat op de lijst, met { $other-chance }.
page-thursday-2-with = dezelfde lijst met { $area } erbij
page-thursday-2-title = Een gebied net buiten de lijst
page-thursday-3 = Wat is er beloofd, woord voor woord, en waar staat het bedrag niet?
page-thursday-3-title = Een toezegging zonder geld
page-thursday-4 = Welke maatregel staat in de gebiedsagenda zonder dat iemand haar trekt?
page-thursday-4-title = Een maatregel zonder trekker
page-thursday-5 = Waarom een modelschatting niet kan laten zien dat een aanpak werkt.
page-thursday-5-sentence = { $label } is een modelschatting. Zij is gemaakt uit andere cijfers: { $from }. Zij beweegt als die bewegen, ook als er in { $area } niets verandert. Daarom telt zij hier nooit als vooruitgang.
page-thursday-5-rule = Zo gevonden: het eerste doel, op volgorde van gebied, dat op een modelschatting rust.
page-thursday-5-title = Een modelcijfer dat geen vooruitgang is
page-thursday-6 = Hoe groot een verandering moet zijn om in een gebied van deze grootte op te vallen.
page-thursday-6-title = Een uitkomst die hier niet te zien kan zijn
page-thursday-intro = Donderdagavond bespreekt de raad de wijkaanpak. Zes dingen die u voor die tijd kunt nagaan, in een streek die niet bestaat. Elke stap is een bladzijde, een opdracht en een zin.
page-thursday-kicker = Een verhaal in zes stappen
page-thursday-lede = Eén avond voorbereiding in de verzonnen streek: een gemiddelde dat verbergt, een gebied net buiten de lijst, een toezegging zonder geld.
page-thursday-look = Kijk zelf:
page-thursday-soon = volgt nog
page-thursday-title = Donderdag is de raad
page-tile-in = telt mee
page-tile-out = telt niet mee
page-tile-unknown = niet bekend
page-trend = { $from }: { $first }, { $to }: { $last }
page-trend-legend = * of een open stip: het cijfer komt uit een andere indeling. Een streep in het lijntje: daar veranderde de indeling.
page-trend-model = { $from }: { $first }, { $to }: { $last }; model, geen bewijs van verandering
page-truth-at-least = minstens { $m } van { $k } lasten
page-truth-bounds = Uit aandelen volgt niet hoeveel mensen meer lasten tegelijk dragen, wel tussen welke grenzen dat moet liggen. Per gebied is gekeken of het ware aandeel erbinnen ligt.
page-truth-bounds-title = Liggen mensen met meer lasten binnen de grenzen?
page-truth-inside = Binnen de grenzen
page-truth-intervals = { $inside } van { $all } gepubliceerde 95 %-marges bevatten het ware cijfer: { $share }. Dat hoort rond de 95 % te liggen.
page-truth-lede = De mensen van deze verzonnen streek zijn getrokken door een generator. Daarom weet hij wat de gepubliceerde cijfers alleen doen vermoeden. Van een echte streek weet niemand dat.
page-truth-margins-title = Bevatten de marges het ware cijfer?
page-truth-sure-title = Houden de intervallen van uitkomsten stand?
page-truth-sure = Het recept is ook uitgerekend met de cijfers zoals ze echt waren. Een interval hoort de ware uitkomst in { $level } % van de gevallen te bevatten. Alleen fouten in cijfers zijn getrokken, { $n } keer. Bij { $not } gebieden ontbreekt een cijfer zonder dat een regel zegt hoe groot het kan zijn: die zijn niet vergeleken. Bij ruim honderd gebieden kan het aandeel door toeval vier procentpunt hoger of lager uitvallen.
page-truth-sure-score = score waarop gebieden geordend worden
page-truth-sure-rank = plaats in die volgorde
page-truth-sure-burdens = aantal opgaven
page-truth-chances-title = Komen kansen uit?
page-truth-chances = Per groep van ongeveer gelijke kansen: hoe groot was de kans op een grote opgave in een domein, en hoe vaak was die er echt? Trekkingen liggen rond het gepubliceerde cijfer. Wie net over de grens staat, staat daar soms door toeval: kansen vlak onder de 100 % beloven daarom te veel.
page-truth-chance = Gemiddelde kans
page-truth-so = Was zo
page-truth-note = Nagerekend toen deze server begon, uit de build en de map truth van de werkmap.
page-truth-of = Van
page-truth-pairs = allebei van twee lasten
page-truth-share = Aandeel
page-truth-what = Wat
page-value-thousand-euro = € { $value } duizend
page-what = Wat ‘opgaven die samenkomen’ is, en wat niet
page-what-1 = Het telt domeinen, zoals inkomen, gezondheid en school, waarin een gebied hoort bij het deel van zijn niveau waar de opgave het grootst is.
page-what-2 = Het gaat over gebieden, niet over mensen: wie de ene last draagt, hoeft de andere niet te dragen.
page-what-3 = Het zegt er altijd bij van hoeveel domeinen een cijfer bekend is, en op hoeveel onafhankelijke bronnen dat rust.
page-what-4 = Het is geen ranglijst en geen oordeel over een buurt of over wie er woont.
page-why = herkomst
page-why-facts = Wat erbij hoort
page-why-kicker = Waar dit cijfer vandaan komt
page-why-status = status
page-why-steps = Wat ermee is gedaan
page-why-table = Dit cijfer voor alle { $levels }
page-why-type = Typ op uw eigen computer (MAP is de werkmap):
page-why-yourself = Zelf nagaan

## Atlas
atlas-all-missing = In geen van deze { $areas } is hiervan een cijfer te zien. Cijfers over minder dan { $min } inwoners worden niet getoond, om mensen te beschermen.
atlas-announce-area = { $name }, { $value }
atlas-announce-class = klasse { $at } van { $all }, { $name }
atlas-announce-far = { $direction }, niet aangrenzend: { $name }
atlas-announce-side = { $direction }: { $name }
atlas-areas-failed = De lijst van gebieden kwam niet over.
atlas-brush = Kader in het spreidingsbeeld
atlas-brush-clear = Kader weghalen
atlas-brush-gone = Het kader is weg.
atlas-brush-keys = Trek een kader met de muis, of ga erin staan: pijltjes verplaatsen het, Shift met pijltjes maakt het groter of kleiner, Esc haalt het weg. De kaart laat dezelfde gebieden zien.
atlas-brush-sentence = { $n } daarvan in het kader: { $x0 } tot { $x1 } bij { $y0 } tot { $y1 }.
atlas-burden-explain = Een domein telt mee als het gebied hoort bij { $fraction } van de gebieden waar de opgave het grootst is. Dit zegt niets over één persoon.
atlas-burden-in = telt mee
atlas-burden-out = telt niet mee
atlas-burden-unknown = niet bekend
atlas-burdens = { $n ->
    [one] 1 opgave
   *[other] { $n } opgaven
 }
atlas-burdens-of-known = { $n ->
    [one] 1 opgave
   *[other] { $n } opgaven
 }, in { $known } van { $all } domeinen bekend
atlas-card-close = Kaartje sluiten
atlas-catalogue-failed = De kaart kon niet beginnen: de lijst van cijfers kwam niet over.
atlas-chance = kans { $chance }
atlas-chance-below = minder dan { $to }
atlas-chance-class-1 = zeer kleine kans
atlas-chance-class-2 = kleine kans
atlas-chance-class-3 = ongeveer even vaak wel als niet
atlas-chance-class-4 = grote kans
atlas-chance-class-5 = zeer grote kans
atlas-choose-something = Kies wat u op de kaart wilt zien. Bijvoorbeeld:
atlas-class = klasse
atlas-class-1 = laagst
atlas-class-2 = lager
atlas-class-3 = midden
atlas-class-4 = hoger
atlas-class-5 = hoogst
atlas-classes = Klassen
atlas-close = Sluiten
atlas-col-interval = marges
atlas-column-failed = De cijfers over { $what } kwamen niet over. De kaart toont wat er stond.
atlas-compare = Vergelijken
atlas-compare-page = Vergelijking openen
atlas-compare-pin = Vergelijken met { $name }
atlas-compare-stop = Niet meer vergelijken met { $name }
atlas-compare-with = Waarmee { $name } vergelijken?
atlas-compared-with = vergeleken met
atlas-context = Wat u ziet
atlas-context-where = { $level } in { $within }
atlas-copied = Gekopieerd
atlas-copy = Kopiëren
atlas-copy-what = { $what } kopiëren
atlas-difference-higher = { $name } ligt { $difference } hoger dan { $other }.
atlas-difference-lower = { $name } ligt { $difference } lager dan { $other }.
atlas-difference-same = { $name } en { $other } staan gelijk: { $value }.
atlas-direction-e = oost
atlas-direction-n = noord
atlas-direction-ne = noordoost
atlas-direction-nw = noordwest
atlas-direction-s = zuid
atlas-direction-se = zuidoost
atlas-direction-sw = zuidwest
atlas-direction-w = west
atlas-dismiss = Sluiten
atlas-domain-class-in = telt mee
atlas-domain-class-out = telt niet mee
atlas-domain-in = { $domain }: hoort bij { $fraction } met de grootste opgave
atlas-domain-note = wie hoort bij { $fraction } met de grootste opgave
atlas-domain-out = { $domain }: hoort niet bij { $fraction } met de grootste opgave
atlas-edge = Naar het { $direction }en ligt geen gebied meer.
atlas-embed-code = Code voor uw pagina
atlas-embed-explain = Zet precies deze kaart op een andere pagina. Wie haar daar ziet, ziet wat u nu ziet.
atlas-embed-preview = Zo ziet het eruit
atlas-embed-title = Kaart uit Kapstok
atlas-everywhere = alle gebieden
atlas-explain-chance-domain = De kans dat een gebied hoort bij { $fraction } met de grootste opgave, in { $draws } keer opnieuw rekenen met andere mogelijke cijfers en keuzes.
atlas-explain-chance-together = De kans dat een gebied hoort bij { $fraction } waar de opgaven samen het grootst zijn, in { $draws } keer opnieuw rekenen met andere mogelijke cijfers en keuzes.
atlas-explain-interval-domain = Vrij zeker: in minstens { $part } van { $draws } keer opnieuw rekenen komt hetzelfde uit.
atlas-explain-interval-indicator = De marges zijn die van de bron. Vrij zeker: wat vergeleken wordt, ligt buiten de marges.
atlas-explain-interval-together = Gemiddeld hoort een gebied in { $fraction } van zijn bekende domeinen bij de grootste opgave. De marges bevatten { $level } van { $draws } keer opnieuw rekenen.
atlas-first-bar = De eerste staaf is { $value } en lager, tot { $min }.
atlas-first-of = De eerste { $n } van { $total }. Het hele bestand staat in de CSV.
atlas-found = { $n ->
    [0] niets gevonden
    [one] 1 gevonden
   *[other] { $n } gevonden
 }
atlas-fraction = { $share }
atlas-fraction-10 = het tiende deel
atlas-fraction-3 = het derde deel
atlas-fraction-4 = het kwart
atlas-fraction-5 = het vijfde deel
atlas-from-another-map = omgerekend van een andere indeling
atlas-go-to = Ga naar een gebied
atlas-in = in
atlas-in-view = In beeld: { $n } { $areas }, { $residents } inwoners
atlas-in-view-unknown = (van { $n } niet bekend)
atlas-invented = Verzonnen voorbeeld: niets hierin bestaat.
atlas-key = toets
atlas-key-does = wat die doet
atlas-key-help = dit overzicht
atlas-key-leave = de kaart uit, of iets sluiten
atlas-key-map = naar de kaart
atlas-key-open = op de kaart: het gebied openen
atlas-key-resize = in het spreidingsbeeld: het kader groter of kleiner
atlas-key-search = zoeken
atlas-key-walk = op de kaart: naar het buurgebied in die richting
atlas-key-zoom = op de kaart: dichterbij en verder weg
atlas-keys = Alle toetsen
atlas-keys-on = Toetsen van één letter of teken gebruiken
atlas-known-of = { $known } van { $all } domeinen bekend
atlas-last-bar = De laatste staaf is { $value } en hoger, tot { $max }.
atlas-legend = Legenda
atlas-level = Hoe groot zijn de gebieden?
atlas-level-country = landen
atlas-level-county = county's
atlas-level-data-zone = datazones
atlas-level-district = wijken
atlas-level-intermediate-zone = tussenzones
atlas-level-lock = Vastzetten: niet mee veranderen met de zoom
atlas-level-lsoa = LSOA's
atlas-level-municipality = gemeenten
atlas-level-neighbourhood = buurten
atlas-level-state = staten
atlas-level-tract = tracts
atlas-licence-not-stated = niet opgegeven
atlas-lies-in = ligt in
atlas-lines-explain = Dezelfde cijfers, zonder bestand ertussen. De adressen volgen OGC API Features, een open afspraak.
atlas-lines-qgis = Kaartlagen toevoegen > WFS / OGC API Features > Nieuw, met dit adres:
atlas-loading = Bezig met laden
atlas-map = Kaart
atlas-map-incomplete = De kaart is niet compleet.
atlas-map-keys = Pijltjes gaan naar het buurgebied in die richting, Enter opent het, Esc gaat de kaart uit.
atlas-map-loading = De kaart wordt geladen
atlas-map-nothing = Kaart met de grenzen van gebieden. Er is nog niets gekozen om te zien.
atlas-map-sentence = { $what }: { $nKnown } van { $nAreas } { $areas } hebben een cijfer, van { $min } tot { $max }.
atlas-map-sentence-chance = { $what }: van { $nKnown } van { $nAreas } { $areas } is de kans bekend; bij { $n } is die { $from } of meer.
atlas-map-sentence-domain = { $what }: { $n } van de { $nKnown } { $areas } met een cijfer horen bij de groep met de grootste opgave.
atlas-map-sentence-none = { $what }: van { $nAreas } { $areas } heeft er geen een cijfer.
atlas-map-sentence-period = Over { $period }.
atlas-map-sentence-sure = Vrij zeker bij { $sure }, niet zeker bij { $unsure }{ $n ->
    [0] {"."}
   *[other] , marge niet bekend bij { $n }.
}
atlas-margins = Marges: { $margins }
atlas-missing = Zonder cijfer
atlas-more = Nog { $n } tonen (van { $left })
atlas-n-areas = gebieden
atlas-n-figures = { $n ->
    [one] 1 cijfer
   *[other] { $n } cijfers
 }
atlas-n-unknown = marge onbekend
atlas-n-unsure = niet zeker
atlas-name = naam
atlas-neighbours = Buurgebieden
atlas-no-chance = kans niet bekend
atlas-no-figure = geen cijfer: { $reason }
atlas-no-figure-short = geen cijfer
atlas-no-neighbours = Geen aangrenzend gebied.
atlas-no-webgl = Deze browser kan de kaart niet tekenen.
atlas-no-webgl-still = Alles staat wel in de tabel, in de kaart hieronder en op de pagina van elk gebied.
atlas-not-at-level = { $what } is er niet voor { $areas }.
atlas-not-copied = Kopiëren lukte niet. Neem de link uit de adresbalk.
atlas-open-area = Gebied openen
atlas-open-whole = Hele kaart openen
atlas-other-level = Dit is een { $level }; de kaart toont nu een ander niveau ({ $shown }).
atlas-panel = Wat u wilt zien
atlas-period = Periode
atlas-period-missing = Geen cijfer over { $list }.
atlas-period-one = Er is één periode: { $period }.
atlas-png-source = Bron: { $source } ({ $kind })
atlas-points = { $value } procentpunt
atlas-print-address = Deze kaart: { $address }
atlas-print-all-known = Alle { $n } { $areas } hebben een cijfer.
atlas-print-build = Gebieden van { $year }. Gemaakt met { $program }, build { $build }.
atlas-print-counts = De aantallen gaan over alle { $n } { $areas }.
atlas-print-derived = Berekend met rekenrecept { $recipe }. Bronnen in deze domeinen: { $sources }.
atlas-print-faded = Bleke gebieden liggen buiten { $within }.
atlas-print-faded-brush = Bleke gebieden vallen buiten het kader in het spreidingsbeeld.
atlas-print-licence = { $n ->
    [one] Licentie: { $licences }.
   *[other] Licenties: { $licences }.
 }
atlas-print-more = { $n ->
    [one] nog 1 bron
   *[other] nog { $n } bronnen
 }
atlas-print-north = Het noorden is boven. De schaal geldt voor het midden van de kaart.
atlas-print-title = De kaart laat per { $level } zien: { $what }
atlas-print-title-within = De kaart laat per { $level } in { $within } zien: { $what }
atlas-provisional = voorlopig cijfer
atlas-range = { $from } tot { $to }
atlas-range-and-more = { $from } en meer
atlas-reason-count = { $reason }: { $n }
atlas-reference-even = gemiddeld { $value }
atlas-reference-middle = het midden van alle { $areas }
atlas-residents = { $n } inwoners
atlas-retry = Opnieuw proberen
atlas-rule = Cijfers over minder dan { $min } inwoners worden niet getoond.
atlas-scatter-against = { $x } naast
atlas-scatter-choose = Kies een ander cijfer
atlas-scatter-none = Dat cijfer is er niet voor { $areas }.
atlas-scatter-sentence = { $n } van { $total } { $areas } hebben beide cijfers: { $x } (van links naar rechts) en { $y } (van onder naar boven).
atlas-scatter-title = Spreiding van twee cijfers
atlas-sheet-high = Kaartje hoog maken
atlas-sheet-low = Kaartje laag maken
atlas-sheet-middle = Kaartje half hoog maken
atlas-show-level = Toon { $areas }
atlas-show-nothing = Alleen grenzen tonen
atlas-show-table-page = Hele tabel
atlas-show-that-level = Toon niveau { $level }
atlas-sorted-down = Gesorteerd op { $by }, aflopend, { $n } rijen
atlas-sorted-up = Gesorteerd op { $by }, oplopend, { $n } rijen
atlas-sources = { $n ->
    [one] uit 1 bron
   *[other] uit { $n } bronnen die los van elkaar staan
 }
atlas-status = stand
atlas-status-known = bekend
atlas-strength = wat goed gaat
atlas-stripes-domain = niet zeker of het gebied erbij hoort
atlas-stripes-indicator = niet zeker: { $reference } ligt binnen de marges
atlas-stripes-together = niet zeker: het gemiddelde ligt binnen de marges
atlas-sure-higher-indicator = hoger dan { $reference }, vrij zeker
atlas-sure-higher-together = meer dan gemiddeld, vrij zeker
atlas-sure-in-domain = hoort erbij, vrij zeker
atlas-sure-lower-indicator = lager dan { $reference }, vrij zeker
atlas-sure-lower-together = minder dan gemiddeld, vrij zeker
atlas-sure-out-domain = hoort er niet bij, vrij zeker
atlas-sure-unknown = marge niet bekend
atlas-sure-unsure-domain = niet zeker of het gebied erbij hoort
atlas-sure-unsure-indicator = niet zeker hoger of lager dan { $reference }
atlas-sure-unsure-together = niet zeker meer of minder dan gemiddeld
atlas-tab-chart = Grafiek
atlas-tab-table = Tabel
atlas-table-caption = { $n } { $areas } in beeld: { $what }{ $period ->
    [none] {""}
   *[other] , { $period }
 }.
atlas-table-title = De kaart als tabel
atlas-take-nearest = Toon { $name }
atlas-thing-chance = kans op grote opgaven die samenkomen
atlas-thing-chance-domain = kans op een grote opgave: { $domain }
atlas-thing-domain = opgave { $domain }
atlas-thing-nothing = alleen grenzen
atlas-thing-together = opgaven die samenkomen
atlas-together-note = hoeveel van { $n } domeinen het gebied bij { $fraction } met de grootste opgave hoort
atlas-tool-csv = CSV
atlas-tool-embed = Insluiten
atlas-tool-keys = Toetsen
atlas-tool-lines = QGIS, R, Python
atlas-tool-link = Kopieer link
atlas-tool-png = PNG
atlas-tool-print = Afdrukken
atlas-tool-scatter = Spreiding
atlas-tool-table = Toon als tabel
atlas-tools = Wat u ermee kunt doen
atlas-unknown-against = Er is geen cijfer `{ $found }` om naast te zetten.
atlas-unknown-area = Er is geen gebied met code `{ $found }`.
atlas-unknown-certainty = Zo is dit hier niet te zien; de reden staat bij de keuze van wat u ziet. De kaart toont de waarden.
atlas-unknown-compare = Er is geen gebied met code `{ $found }` om mee te vergelijken.
atlas-unknown-level = Er is geen niveau `{ $found }`.
atlas-unknown-show = Er is geen cijfer `{ $found }`.
atlas-unknown-within = Er is geen gebied met code `{ $found }` om binnen te blijven.
atlas-unknown-year = Over `{ $found }` is er hier geen cijfer; de kaart toont de laatste periode.
atlas-value = waarde
atlas-value-ha = { $value } ha
atlas-value-km = { $value } km
atlas-value-km2 = { $value } km²
atlas-value-per-thousand = { $value } per 1.000
atlas-value-points = { $value } punten
atlas-value-thousand-euro = € { $value } duizend
atlas-value-year = { $value } jaar
atlas-view = Waarde, zekerheid of kans?
atlas-view-chance = Kans op een grote opgave
atlas-view-chance-short = kans
atlas-view-interval = Zekerheid
atlas-view-not = { $view } is hier niet te zien: { $why }.
atlas-view-not-alone = er is maar één gebied, en dus niets om mee te vergelijken
atlas-view-not-count = aantallen van gebieden die niet even groot zijn, worden niet vergeleken
atlas-view-not-no-draws = het rekenrecept rekent niet uit hoe zeker de uitkomst is
atlas-view-not-no-margins = de bron geeft bij dit cijfer geen marges
atlas-view-not-nothing = kies eerst een cijfer
atlas-view-not-only-burdens = een kans is er voor een domein of voor alle opgaven samen, niet voor één cijfer
atlas-view-value = Waarde
atlas-what = Wat wilt u zien?
atlas-why = Waar komt dit vandaan?
atlas-within = Binnen welk gebied?
atlas-within-all = Alle gebieden
atlas-within-name = Naam van een groter gebied
atlas-zoom = Zoomen
atlas-zoom-all = Alles in beeld
atlas-zoom-in = Dichterbij
atlas-zoom-out = Verder weg

## Bestanden om mee te nemen

files-cite-build = Build { $build }; gegevens { $hash }.
files-cite-program = Gemaakt met { $program } (sha256 { $hash }).
files-cite-recipe = Rekenrecept { $recipe } (sha256 { $hash }).
files-cite-source = [{ $number }] { $attribution }. { $title }. Licentie: { $licence }. sha256 { $hash }.
files-cite-title = { $title }: { $level }, indeling van { $year }.
files-cut = Meer rijen passen niet op een werkblad: alle rijen staan in het CSV-pakket (figures.csv)
files-read-gate = Een gebied met minder dan { $least } inwoners toont geen cijfers ("too_few_residents"). Soms is dan ook een cijfer van een buurgebied of een groter gebied weggelaten ("withheld_with_others"): anders was het kleine gebied uit te rekenen.
files-read-kind = Soort cijfer: "register" is geteld, "survey" is gevraagd aan een deel van de mensen, "model" is geschat door een rekenmodel, "derived" is hier berekend. "provisional" is voorlopig: de bron kan het nog veranderen. "other_map" kwam van een andere indeling.
files-read-missing = Een leeg vak is een ontbrekend cijfer. De reden staat ernaast; "reasons" legt de redenen uit. Een leeg vak is nooit nul.
files-read-people = De cijfers gaan over gebieden. Wat in één gebied samenkomt, hoeft niet bij dezelfde mensen samen te komen.
files-read-what = Dit bestand bevat cijfers per gebied. Codes zijn tekst. "dictionary" zegt wat elk cijfer betekent, "sources" waar het vandaan komt.
files-reason-cannot-occur = Kan hier niet voorkomen.
files-reason-lost-in-recoding = Is verloren gegaan bij het overbrengen van een andere indeling.
files-reason-not-measured = Is hier niet gemeten of niet gepubliceerd.
files-reason-not-yet-out = Is nog niet verschenen.
files-reason-secret = Is geheim: de bron toont het niet.
files-reason-too-few-residents = Het gebied heeft te weinig inwoners, nu of in het jaar van het cijfer.
files-reason-withheld-with-others = Is weggelaten om een klein gebied te beschermen: met dit cijfer was dat van het kleine gebied uit te rekenen.
files-written = { $path } geschreven: { $n } { $n ->
    [one] gebied
   *[other] gebieden
}

## Pagina's op papier

print-page-of = Pagina { $page } van { $pages }
## Agenda: een plan inlezen (K0601-K0649)
K0601 = de bibliotheek van schakels is niet te lezen: { $message }
    .hint = kijk naar de regel die hierboven staat; een voorbeeld staat in links.toml van Kapstok
    .explain = Een bibliotheek is een TOML-bestand met `version = 1` en per schakel een blok `[[link]]`. Er is niets uit gelezen.
K0602 = schakel `{ $id }` mist iets of zegt iets onmogelijks: { $field }
    .hint = elke schakel heeft een bron, een naam, twee verschillende domeinen en een sterkte: strong, moderate, weak of assumed
    .explain = Een schakel zonder bron die je kunt opzoeken is een mening. Daarom komt hij niet in de bibliotheek.
K0610 = hier staat geen tabel waarin een plan te herkennen is
    .hint = zet boven de tabel titels zoals Maatregel, Trekker, Budget en Jaar, of noem zelf een kolom met `--column "Titel=owners"`
    .explain = In de eerste 15 rijen is een rij gezocht met ten minste twee titels die Kapstok kent, in het Nederlands of het Engels. Die is er niet.
K0611 = kolom `{ $column }` is niet gelezen
    .hint = zeg wat erin staat met `--column "{ $column }=note"`, of laat hem met opzet weg met `=ignore`
    .explain = Bij deze titel hoort geen veld dat Kapstok kent. De kolom is overgeslagen; de rest is wel gelezen. Je keuze wordt onthouden voor de volgende keer.
K0612 = twee kolommen voor hetzelfde: `{ $other }` en `{ $column }` ({ $field })
    .hint = zeg welke geldt: `--column "{ $column }=ignore"`
    .explain = Een veld kan maar uit één kolom komen, behalve bij organisaties en opmerkingen. Welke van de twee geldt, kan Kapstok niet weten.
K0613 = voor kolom `{ $column }` is een veld genoemd dat niet bestaat: `{ $found }`
    .hint = kies een veld zoals action, owners, euros, `euros 2025 x1000`, year of ignore
    .explain = Een kolom krijgt een veld bij de opdracht of in agenda/forms.toml. Dit woord is geen veld.
K0614 = nergens staat over welk gebied dit gaat
    .hint = noem het gebied: `--area WK990101`, of zet een kolom Gebied in de tabel
    .explain = Alles in een agenda hoort bij een gebied. Dat komt uit een kolom, uit de opdracht of uit de naam van het blad.
K0615 = gebied `{ $found }` is niet bekend, of er zijn er twee met die naam
    .hint = schrijf de code van het gebied, zoals WK990101
    .explain = Een gebied is te noemen bij zijn code of bij zijn naam, zoals die in de gegevens staan.
K0616 = `{ $found }` is geen bedrag
    .hint = schrijf één bedrag in de cel, zoals 50.000 of 0,5 fte; de rest hoort in een kolom Opmerking
    .explain = Een cel met geld houdt één bedrag, `?` of p.m. als niemand het weet, of niets. Twee bedragen of een zin zijn niet op te tellen.
K0617 = `{ $found }` kan twee getallen zijn: duizenden of decimalen
    .hint = schrijf het voluit zonder punt en komma, of met twee cijfers achter de komma
    .explain = In het Nederlands is 1.500 vijftienhonderd, in het Engels anderhalf. Waar het bestand dat niet uitmaakt, of waar een factor zoals x 1.000 beide mogelijk maakt, raadt Kapstok niet.
K0618 = bedrag `{ $found }` is kleiner dan nul of groter dan elk plan
    .hint = kijk of er een min te veel staat, of een factor dubbel telt
    .explain = Wat eraf gaat is een gebeurtenis, geen negatief bedrag. Een plan voor een gebied blijft onder de tien miljard euro.
K0619 = `{ $found }` is geen jaar
    .hint = schrijf een jaar met vier cijfers, zoals 2025
    .explain = Geld hoort bij een jaar. Zonder jaar is niet te zien wat er wanneer is.
K0620 = `{ $found }` gaat over meer jaren tegelijk
    .hint = maak een rij of een kolom per jaar, met het bedrag van dat jaar
    .explain = Hoe een bedrag over de jaren is verdeeld, weet alleen wie het plan maakte. Kapstok deelt het niet door.
K0621 = `{ $found }` is geen datum
    .hint = schrijf 31-12-2025, dec 2025, Q4 2025 of eind 2025
    .explain = Gezocht is de laatste dag die bedoeld kan zijn. Een datum die men per land anders leest, zoals 1/2/2025 in een Engelse tabel, telt ook niet.
K0622 = een bedrag zonder jaar
    .hint = zet een kolom Jaar in de tabel, of geef één jaar voor alles: `--year 2025`
    .explain = Geld hoort bij een jaar. Zonder jaar is niet te zien wat er wanneer is.
K0623 = `{ $found }` is hier geen woord dat Kapstok kent
    .hint = kies een van: { $known }
    .explain = In deze kolom staat een van een paar woorden, in het Nederlands of het Engels. Gaat de kolom over iets anders, laat hem dan weg met `=ignore`.
K0624 = opgave `{ $found }` hoort nog bij geen domein of indicator
    .hint = zet een kolom Domein in de tabel
    .explain = De opgave is overgenomen. Zonder domein of indicator is niet te zien of de cijfers haar ook laten zien.
K0625 = `{ $found }` is geen { $field ->
        [domain] domein
       *[other] indicator
    } dat deze werkmap kent
    .hint = kijk welke er zijn: `kapstok check`
    .explain = De rij is gelezen, dit veld niet. Domeinen en indicatoren zijn te noemen bij hun code of bij hun naam.
K0626 = `{ $found }` noemt geen twee opgaven
    .hint = schrijf `schulden -> stress`, of zet de opgaven in kolommen Van en Naar
    .explain = Een schakel gaat van de ene opgave naar een andere.
K0627 = twee rijen zeggen iets anders over hetzelfde ({ $field }): `{ $one }` en `{ $other }`
    .hint = maak ze gelijk, of geef een van de twee een andere naam
    .explain = Een maatregel met dezelfde naam in hetzelfde gebied is één maatregel. Die kan maar één einddatum, toezegging of waarde hebben.
K0628 = `{ $found }` is ongeveer; het is gelezen als precies
    .hint = zet in een opmerking dat het bedrag nog niet vaststaat
    .explain = Een agenda houdt bedragen of onbekend. Dat een bedrag een schatting is, hoort bij de opmerking.
K0629 = rij `{ $found }` is een totaal en is overgeslagen
    .hint = niets te doen
    .explain = Totalen worden opgeteld uit de rijen. Een gelezen totaal zou dubbel tellen.
K0630 = geen kolom zegt of het geld gepland, toegezegd of besteed is: gelezen als gepland
    .hint = zet een kolom Fase in de tabel, met gepland, toegezegd of besteed
    .explain = Geld in een plan is een voornemen, tot iemand het toezegt.
K0631 = alle bedragen zijn keer { $factor } genomen, want er staat `{ $found }`
    .hint = klopt dat niet, zeg het dan van de kolom: `--column "Budget=euros x1"`
    .explain = Een regel boven of onder de tabel zegt dat bedragen in duizenden of miljoenen staan. Die geldt voor kolommen die zelf niets zeggen.
K0632 = één bedrag van { $n } financiers: `{ $found }`; het staat er zonder bron
    .hint = maak een rij per financier, met ieders bedrag
    .explain = Wie hoeveel betaalt, staat er niet. De financiers staan wel bij de maatregel.
K0633 = `{ $found }` is gelezen als meer organisaties: { $read }
    .hint = is het er één, schrijf de naam dan zonder `en`, `&` of `/`, of voeg de organisatie eerst toe
    .explain = Een `en` staat tussen twee organisaties of midden in een naam. Een organisatie die al bekend is, blijft heel.
K0634 = `{ $found }` is in deze agenda niets van dit gebied; de rij is gelezen op naam
    .hint = laat de kolom Nr zoals Kapstok hem schreef, of maak hem leeg
    .explain = Een nummer zoals a12 komt uit een bestand van Kapstok. Hier hoort het bij een andere werkmap of een ander gebied.
K0635 = deze rij noemt geen opgave, schakel, maatregel, doel of geld, en is niet gelezen: `{ $found }`
    .hint = vul in waar de rij over gaat, of voeg de cellen samen met die erboven
    .explain = Er staat wel iets in, maar niet waarover. Een lege cell telt alleen als de cel erboven wanneer ze zijn samengevoegd.
K0636 = wat in de rij staat past niet in `{ $field }`
    .hint = maak de tekst korter dan 20.000 tekens, een naam korter dan 200
    .explain = Elk veld heeft een vorm en een langste lengte, zodat een verkeerd of vijandig bestand de agenda niet vult.
K0637 = `{ $found }` is geen getal
    .hint = schrijf alleen het getal; de eenheid hoort in een kolom Eenheid
    .explain = Een nulmeting en een streefwaarde zijn getallen, zodat later te zien is of ze gehaald zijn.
K0638 = de onthouden formulieren zijn niet te lezen: { $message }
    .hint = herstel agenda/forms.toml op de regel hierboven, of verwijder het bestand
    .explain = Daarin staat per formulier welke kolom wat is. Zonder dat bestand vraagt de volgende import het opnieuw.
K0639 = geld zonder maatregel of toezegging in deze rij
    .hint = vul de maatregel in, of voeg de cel samen met die erboven
    .explain = Het bedrag is overgenomen als geld van het gebied waar nog niets tegenover staat. Dat is een gat in de agenda.
K0640 = kolom `{ $found }` staat niet in het bestand
    .hint = kijk hoe de titel in het bestand geschreven is
    .explain = Voor deze kolom is een veld genoemd, maar geen tabel heeft haar.
K0641 = maatregel `{ $found }` staat niet in deze agenda
    .hint = laat de kolom Nr zoals hij in het gevraagde blad stond
    .explain = Een antwoord hoort bij een maatregel. Deze is er niet, of niet meer.
K0642 = het antwoord `{ $found }` geldt voor een oudere tekst van { $action }
    .hint = vraag het opnieuw: `kapstok agenda ask`
    .explain = De maatregel is veranderd nadat het blad is gemaakt. Het antwoord is opgeschreven bij de tekst die gevraagd is; het gat blijft tot de partner de nieuwe tekst bevestigt.
K0643 = organisatie `{ $found }` staat niet in deze agenda
    .hint = laat de verborgen kolommen van het blad zoals ze waren
    .explain = Elke rij van een gevraagd blad houdt bij van wie het antwoord is. Dat is hier weg of veranderd.
K0644 = dit is geen blad dat een partner terugstuurde
    .hint = neem het bestand dat `kapstok agenda ask` maakte
    .explain = Zo een blad heeft kolommen voor nummer, antwoord, organisatie en de code van de afspraak. Een van die ontbreekt.
K0645 = `{ $found }` is geen code van een afspraak
    .hint = laat de verborgen kolommen van het blad zoals ze waren
    .explain = De code zegt welke tekst de partner voor zich had. Zonder die code staat het antwoord nergens voor.
K0647 = er staan antwoorden op dit blad, en de verborgen kolommen met de codes zijn weg
    .hint = vraag het blad terug zoals het was, of maak een nieuw met `kapstok agenda ask { $dir } PARTNER --out blad.xlsx`
    .explain = Zonder de codes is niet te zien van wie een antwoord is en bij welke tekst het hoort. Er is niets overgenomen.
K0648 = organisatie `{ $found }` heeft geen deel in maatregel { $action }
    .hint = kijk of de rij op het goede blad staat
    .explain = Alleen wie trekker, partner of financier is, kan een maatregel bevestigen.
K0646 = dit antwoord (`{ $found }`) was er al, en later is iets anders geantwoord: het latere geldt
    .hint = is dit een nieuw antwoord, zet de datum dan in de opmerking
    .explain = Hetzelfde blad twee keer inlezen verandert niets. Daarom telt een antwoord dat er precies zo al stond niet opnieuw.
agenda-column-nr = Nr
agenda-column-area = Gebied
agenda-column-burden = Opgave
agenda-column-strength = Kracht
agenda-column-side = Opgave of kracht
agenda-column-domain = Domein
agenda-column-money-domain = Domein van het geld
agenda-column-promise-domain = Domein van de toezegging
agenda-column-indicator = Indicator
agenda-column-link = Schakel
agenda-column-from = Van opgave
agenda-column-to = Naar opgave
agenda-column-evidence = Sterkte van het bewijs
agenda-column-link-source = Bron van het bewijs
agenda-column-library = Code in de bibliotheek
agenda-column-source = Bron
agenda-column-action = Maatregel
agenda-column-works-on = Werkt aan
agenda-column-owners = Trekkers
agenda-column-partners = Partners
agenda-column-funders = Financiers
agenda-column-until = Gereed op
agenda-column-note = Opmerking
agenda-column-euros = Budget in euro
agenda-column-posts = Aantal fte
agenda-column-year = Jaar
agenda-column-stage = Gepland, toegezegd of besteed
agenda-column-money-source = Bron van het geld
agenda-column-earmark = Geoormerkt voor
agenda-column-money-note = Opmerking bij het geld
agenda-column-money-promise = Geld voor toezegging
agenda-column-target = Doel
agenda-column-target-burden = Doel voor opgave
agenda-column-baseline = Nulmeting
agenda-column-baseline-period = Peiljaar nulmeting
agenda-column-value = Streefwaarde
agenda-column-unit = Eenheid
agenda-column-deadline = Streefdatum
agenda-column-promise = Toezegging
agenda-column-promise-kind = Soort bron
agenda-column-promise-source = Vindplaats
agenda-column-promise-due = Jaar van de toezegging
agenda-column-promise-money = Genoemd geld
agenda-column-wording = Code van de afspraak
agenda-column-organisation = Code van de organisatie
agenda-column-answer = Uw antwoord
agenda-column-answer-role = Uw rol
agenda-column-remark = Uw opmerking
agenda-column-changed-amount = Ander bedrag
agenda-column-changed-date = Andere datum
agenda-column-part = Uw rol in deze maatregel
agenda-column-shown-money = Uw geld in deze maatregel
agenda-column-ignore = Niet gelezen
agenda-sheet-burdens = Opgaven en krachten
agenda-sheet-links = Schakels
agenda-sheet-actions = Maatregelen
agenda-sheet-money = Geld en formatie
agenda-sheet-targets = Doelen
agenda-sheet-promises = Toezeggingen
agenda-sheet-ask = Uw maatregelen
agenda-choice-burden = opgave
agenda-choice-strength = kracht
agenda-choice-strong = sterk
agenda-choice-moderate = matig
agenda-choice-weak = zwak
agenda-choice-assumed = aangenomen
agenda-choice-planned = gepland
agenda-choice-committed = toegezegd
agenda-choice-spent = besteed
agenda-choice-confirmed = akkoord
agenda-choice-changed = gewijzigd
agenda-choice-refused = geweigerd
agenda-choice-document = document
agenda-choice-council = raadsbesluit
agenda-choice-agreement = overeenkomst
agenda-role-owner = trekker
agenda-role-partner = partner
agenda-role-funder = financier
agenda-unit-posts = fte

## Site van gewone bestanden

page-site-earlier = Hier staat de nieuwste periode. Eerdere perioden staan op de pagina van elk gebied, op de kaart en in de downloads.
page-site-map = Dit plaatje en deze tabel staan er altijd. Staat de site op een webadres en heeft uw browser JavaScript, dan komt er een kaart voor in de plaats die u kunt bewegen. Opent u de site als map van een schijf, dan blijft het bij dit plaatje: een browser laadt zo'n kaart niet uit een map.
page-site-map-caption = Noord is boven. Hoe meer een gebied afsteekt, hoe hoger het getal; grijs is geen cijfer.
page-site-no-origins = Uit welke kolom en rij een cijfer precies komt, heeft in deze site geen eigen pagina: dat zouden er te veel zijn. Elk bestand staat bij de bronnen. Elk cijfer met zijn bron, soort en reden staat in de downloads.
page-site-no-rows = De rijen van { $of-all } { $levels } passen niet op één pagina. Elk cijfer staat op de pagina van het gebied, op de kaart en in het bestand hieronder.
page-site-not-listed = De { $number } { $levels } zijn te veel voor een lijst. Ze staan op de pagina van het gebied waar ze in liggen: kies hierboven een gemeente.
page-site-nothing = Geen gebied heet ‘{ $query }’. Kijk of de spelling klopt, of kies het gebied uit de lijst hieronder. Adressen zijn hier niet bekend.
page-site-open = Open in het Nederlands
page-site-search = Kies een gebied uit de lijst. Met JavaScript vindt het zoekveld bovenaan ook elk gebied op naam of code.
page-site-start = Naar het begin, in het Nederlands
page-site-unknown = Op dit adres staat niets. Misschien is het verkeerd overgenomen, of is de pagina van een andere versie. Werkt de knop niet, haal dan van het adres alles weg achter de naam van de site.
site-kind-areas = { $n } pagina's van gebieden
site-kind-assets = { $n } bestanden voor stijl, letters, woorden en kaart
site-kind-data = { $n } bestanden met gebieden en cijfers voor de kaart
site-kind-downloads = { $n } downloads
site-kind-origins = { $n } pagina's met de herkomst van een cijfer
site-kind-pages = { $n } andere pagina's
site-kind-tables = { $n } pagina's met een tabel
site-kind-tiles = { $n } kaarttegels
site-look = Bekijk de site met `python3 -m http.server -d { $path }`, of open index.html
site-no-origins = De herkomst van elk cijfer heeft geen eigen pagina: dat zouden er te veel zijn. Ze staat in de downloads en bij de bronnen
site-written = { $path } geschreven: { $n } bestanden, { $size } MB

## Pagina's van de agenda
page-agenda-nav = Agenda
page-agenda-nav-ledger = Kasboek
page-agenda-nav-log = Logboek
page-agenda-crumb = Agenda
page-agenda-back = Terug naar de agenda
page-agenda-value-area = GEBIED
page-agenda-day = { $day } { $n ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
 } { $year }
page-agenda-foot = Stand van het logboek na { $n ->
    [one] 1 gebeurtenis
   *[other] { $n } gebeurtenissen
 }:
page-agenda-foot-log = Bekijk het logboek
page-agenda-error-none-title = Hier is nog geen agenda
page-agenda-error-none = In deze werkmap is nog niets afgesproken. Begin met een werkblad waarin de opgaven en schakels van een gebied al staan. Vul het in en lees het weer in.
page-agenda-error-area-title = Voor dit gebied is nog niets afgesproken
page-agenda-error-area = Voor { $found } staat er nog niets in de agenda. Begin met een werkblad waarin de opgaven en schakels van dit gebied al staan. Vul het in en lees het weer in.
page-agenda-error-damaged-title = Het logboek klopt niet
page-agenda-error-damaged = Het logboek klopt niet vanaf regel { $found }. Daarom laten wij niets zien van wat is afgesproken. De cijfers van de gebieden staan er wel. Zo ziet u wat er mis is:
page-agenda-error-figures = de cijfers van dit gebied
page-agenda-block-title = Wat is afgesproken
page-agenda-block = { $standing }: { $actions } en { $holes }.
page-agenda-block-version = Versie { $version } van de agenda, vastgesteld op { $day }
page-agenda-block-not-adopted = Een agenda die nog niet is vastgesteld
page-agenda-block-look = Bekijk de agenda
page-agenda-block-holes = Wat ontbreekt
page-agenda-block-delivery = Wat ervan kwam
page-agenda-n-actions = { $n ->
    [0] geen maatregelen
    [one] 1 maatregel
   *[other] { $n } maatregelen
 }
page-agenda-n-holes = { $n ->
    [0] geen gaten
    [one] 1 gat
   *[other] { $n } gaten
 }
page-agenda-list-kicker = Wat is afgesproken
page-agenda-list-title = Gebiedsagenda's
page-agenda-list-sentence = { $n ->
    [one] Eén gebied heeft een agenda: wie wat doet aan welke opgave, met welk geld, en wat ontbreekt.
   *[other] { $n } gebieden hebben een agenda: wie wat doet aan welke opgave, met welk geld, en wat ontbreekt.
 }
page-agenda-list-unknown = In het logboek staan ook gebieden die deze cijfers niet kennen: { $codes }.
page-agenda-list-nowhere = Toezeggingen die geen gebied bereikten
page-agenda-list-more = Alles bij elkaar
page-agenda-list-ledger = Kasboek: al het geld, en wat ervan onbekend is
page-agenda-list-log = Logboek: alles wat is opgeschreven, met bewijs dat niets is veranderd
page-agenda-col-area = gebied
page-agenda-col-level = niveau en code
page-agenda-col-burdens = opgaven
page-agenda-col-strengths = krachten
page-agenda-col-links = schakels
page-agenda-col-actions = maatregelen
page-agenda-col-promises = toezeggingen
page-agenda-col-targets = doelen
page-agenda-col-holes = gaten
page-agenda-col-version = versie
page-agenda-not-adopted-short = niet vastgesteld
page-agenda-col-number = aantal
page-agenda-col-then = toen
page-agenda-col-now = nu
page-agenda-col-evidence = let op
page-agenda-kicker = Wat is afgesproken · { $level } { $code }
page-agenda-standing = Versie { $version }, vastgesteld op { $day } door { $by }
page-agenda-reason = Waarom deze versie:
page-agenda-no-reason = Bij deze versie staat geen reden.
page-agenda-to-figures = Cijfers van dit gebied
page-agenda-to-holes = Bekijk alle gaten
page-agenda-to-delivery = Wat kwam ervan? Bekijk per jaar wat is gedaan.
page-agenda-to-ledger = Bekijk het kasboek van dit gebied
page-agenda-matrix-region = Wie doet wat waaraan: tabel die opzij schuift
page-agenda-matrix-keys = Met de pijltjes loopt u door de vakken. Enter opent wat in een vak staat, Escape gaat verder onder de tabel.
page-agenda-matrix-total = Alle bedragen in deze tabel zijn van { $year }, elk in zijn verste fase. Samen, elk bedrag één keer: { $sum }.
page-agenda-cell = { $row } × { $column }: { $n ->
    [one] 1 maatregel
   *[other] { $n } maatregelen
 }
page-agenda-cell-gap = { $row } × { $column }: { $n } maatregelen, gat
page-agenda-through-link = zelf geen maatregel, wel via een schakel
page-agenda-nobody = gat: geen organisatie
page-agenda-part = { $part } · { $state }
page-agenda-confirmed = bevestigd
page-agenda-not-asked = niet bevestigd
page-agenda-refused = geweigerd
page-agenda-change-asked = wijziging gevraagd
page-agenda-changed-since = bevestigd, daarna veranderd
page-agenda-residents = Doelen voor bewoners
page-agenda-apart = Wat wij zelf deden staat daarom op een eigen pagina.
page-agenda-kept-by = Deze maatregel komt haar na:
page-agenda-baseline = Toen en nu
page-agenda-baseline-sentence = De cijfers zoals ze zijn vastgelegd bij versie { $version }, op { $day }. Daarnaast wat de cijfers nu zeggen.
page-agenda-reply-about = over { $about } · { $day }
page-agenda-reply = { $day }
page-agenda-answer = Antwoord:
page-agenda-answer-on = { $answer } ({ $day })
page-agenda-changes = Wat veranderde
page-agenda-all-pairs = Vergelijk andere versies
page-agenda-since-look = Bekijk wat veranderde
page-agenda-pair = Van versie { $from } ({ $from-day }) naar versie { $to } ({ $to-day })
page-agenda-changed-kicker = Wat veranderde
page-agenda-changed-title = Agenda { $name }: wat veranderde
page-agenda-changed-counts = Nieuw: { $added }, anders: { $changed }, weg: { $gone }.
page-agenda-changed-nothing = Er veranderde niets.
page-agenda-changed-why = Waarom er een nieuwe versie is
page-agenda-changed-added = Nieuw
page-agenda-changed-changed = Anders
page-agenda-changed-gone = Weg
page-agenda-holes-kicker = Wat ontbreekt
page-agenda-holes-title = Gaten in de agenda van { $name }
page-agenda-holes-by-kind = Hoeveel gaten van elke soort
page-agenda-holes-none = Elke opgave heeft een maatregel, elke maatregel een trekker, bevestiging, geld en een doel, en elke reactie een antwoord.
page-agenda-holes-rule = De regel:
page-agenda-holes-take = Mee naar de vergadering
page-agenda-holes-type = De lijst voor in Word, met ruimte om op te schrijven wie het oppakt. Typ:
page-agenda-delivery-kicker = Toegezegd en gedaan
page-agenda-delivery-title = Wat kwam ervan in { $name }
page-agenda-delivery-apart = Cijfers over bewoners staan hier niet naast.
page-agenda-delivery-none = Over nog geen enkel jaar is gezegd wat ervan kwam.
page-agenda-delivery-counts = Hoe vaak elk woord, per jaar
page-agenda-delivery-promises = Toezeggingen
page-agenda-delivery-actions = Maatregelen
page-agenda-said-before = Eerder gezegd, op { $day }: { $word }. { $why }
page-agenda-worded-before = Eerder, op { $day }, stond er: “{ $words }”
page-agenda-ledger-kicker = Geld en inzet
page-agenda-ledger-title = Kasboek
page-agenda-ledger-of = Kasboek van { $name }
page-agenda-ledger-unknown = { $n ->
    [0] Alle bedragen die genoemd worden zijn bekend.
    [one] Eén bedrag of aantal fte is onbekend. Het telt niet als nul.
   *[other] { $n } bedragen of aantallen fte zijn onbekend. Ze tellen niet als nul.
 }
page-agenda-ledger-all = Kasboek van alle gebieden, met hetzelfde geld per domein en per gebied
page-agenda-ledger-more = Verder kijken
page-agenda-ledger-areas = Per gebied
page-agenda-layout-title = Hetzelfde geld op twee manieren
page-agenda-layout-sentence = Hoeveel euro is er per bewoner met een opgave: als elk domein zijn eigen geld houdt, en als het vrije geld naar de gebieden met een agenda gaat. Geoormerkt geld kan niet schuiven.
page-agenda-log-kicker = Niets wordt overschreven
page-agenda-log-title = Logboek
page-agenda-log-intro = Alles wat is afgesproken, veranderd of ingetrokken staat hier, met wie het zei en wanneer. Elke regel draagt het kenmerk van de regel ervoor. Wie één letter verandert, breekt de keten.
page-agenda-log-holds-title = De keten klopt
page-agenda-log-holds = { $n ->
    [one] 1 gebeurtenis, nagekeken bij het inlezen, letter voor letter.
   *[other] { $n } gebeurtenissen, nagekeken bij het inlezen, letter voor letter.
 } Dit is het kenmerk van de laatste regel:
page-agenda-log-damaged-title = Het logboek klopt niet
page-agenda-log-damaged = Het logboek klopt niet vanaf regel { $line }: { $why }. Daarom laten wij niets zien van wat is afgesproken.
page-agenda-damage-form = deze regel is niet zoals wij hem schrijven
page-agenda-damage-hash = het kenmerk hoort niet bij wat er staat
page-agenda-damage-words = de woorden zijn niet de woorden die zijn vastgelegd
page-agenda-damage-chain = deze regel hoort niet achter de regel ervoor
page-agenda-damage-words-gone = er ontbreken woorden, en nergens staat dat ze zijn verwijderd
page-agenda-damage-act = een handeling van meer regels houdt te vroeg op
page-agenda-log-check = Zelf nakijken
page-agenda-log-check-how = Het kenmerk staat ook in elk verslag. Bewaar het op een andere plek, bijvoorbeeld in de notulen. Met de tweede opdracht ziet u of het logboek sindsdien alleen is aangevuld: een afgeknipt of herschreven logboek valt door de mand.
page-agenda-log-check-damaged = Deze opdracht wijst de regel aan. Zet daarna een reservekopie terug.
page-agenda-log-events = Alle gebeurtenissen
page-agenda-log-part = Gebeurtenis { $from } tot en met { $to } van { $all }, de nieuwste bovenaan.
page-agenda-log-recorded = opgeschreven: { $moment } (UTC)
page-agenda-log-newer = Nieuwer
page-agenda-log-older = Ouder
page-agenda-log-pages = Bladeren door het logboek
page-agenda-col-event = nr.
page-agenda-col-day = datum
page-agenda-col-what = wat
page-agenda-col-by = wie
page-agenda-col-hash = kenmerk
page-agenda-field-by = wie het zei
page-agenda-event-opened = Het logboek begint
page-agenda-event-new = Nieuw: { $thing }: { $title }
page-agenda-event-changed = Anders: { $thing }: { $title } ({ $fields })
page-agenda-event-withdrawn = Ingetrokken: { $thing }: { $title }
page-agenda-event-adopted = Vastgesteld: versie { $version } van de agenda van { $area }
page-agenda-event-choice-in = Met de hand in de keuze { $choice } gezet: { $area }
page-agenda-event-choice-out = Met de hand uit de keuze { $choice } gehaald: { $area }
page-agenda-event-redacted = Tekst verwijderd uit gebeurtenis { $number } ({ $field })
page-agenda-event-reason = Reden: { $reason }
page-agenda-event-taken = (tekst verwijderd) { $field }, op { $day }. Reden: { $why }
page-agenda-thursday-3 = De toezegging staat in de agenda van { $area }. Een maatregel komt haar na: ‘{ $action }’. Maar bij de toezegging noch bij de maatregel staat een euro of een fte.
page-agenda-thursday-3-nobody = De toezegging staat in de agenda van { $area }. Geen maatregel komt haar na, en er staat geen euro of fte bij.
page-agenda-thursday-3-rule = Zo gevonden: van alle gebieden met een agenda, op volgorde van hun code, de eerste toezegging zonder geld waar een maatregel bij hoort.
page-agenda-thursday-4 = Deze maatregel staat in de agenda van { $area }. Er doen anderen mee: { $others }. Maar niemand is de trekker. Wie belt u als ze stilvalt?
page-agenda-thursday-4-alone = In de agenda van { $area } staat deze maatregel, en niemand is de trekker. Wie belt u als ze stilvalt?
page-agenda-thursday-4-of = Maatregel { $action }, werkt aan: { $works-on }
page-agenda-thursday-4-rule = Zo gevonden: van alle gebieden met een agenda, op volgorde van hun code, de eerste maatregel zonder trekker.

## Agenda: dingen en velden
agenda-noun-burden = opgave
agenda-noun-link = schakel
agenda-noun-promise = toezegging
agenda-noun-organisation = organisatie
agenda-noun-action = maatregel
agenda-noun-capacity = geld of inzet
agenda-noun-target = doel
agenda-noun-delivery = uitvoering
agenda-noun-confirmation = bevestiging
agenda-noun-reply = reactie van bewoners
agenda-field-action = maatregel
agenda-field-answer = antwoord
agenda-field-answered = beantwoord op
agenda-field-about = gaat over
agenda-field-area = gebied
agenda-field-areas = gebieden
agenda-field-baseline = nulmeting
agenda-field-baseline-period = periode van de nulmeting
agenda-field-burden = opgave
agenda-field-deadline = uiterlijk
agenda-field-domain = domein
agenda-field-due = uiterlijk in
agenda-field-earmark = geoormerkt voor
agenda-field-euros = euro's
agenda-field-evidence = hoe zeker
agenda-field-from = van
agenda-field-funders = financiers
agenda-field-indicator = indicator
agenda-field-library = uit de bibliotheek
agenda-field-name = naam
agenda-field-named-money = geld dat de woorden noemen
agenda-field-note = opmerking
agenda-field-of = van
agenda-field-organisation = organisatie
agenda-field-outcome = uitkomst
agenda-field-owners = trekkers
agenda-field-partners = partners
agenda-field-posts = fte
agenda-field-promise = toezegging
agenda-field-role = rol
agenda-field-side = opgave of kracht
agenda-field-source = bron
agenda-field-source-kind = soort bron
agenda-field-stage = fase
agenda-field-stands-for = geldt voor
agenda-field-to = naar
agenda-field-unit = eenheid
agenda-field-until = tot
agenda-field-value = streefwaarde
agenda-field-why = reden
agenda-field-words = in eigen woorden
agenda-field-works-on = werkt aan
agenda-field-year = jaar
agenda-word-agreement = overeenkomst
agenda-word-assumed = verondersteld
agenda-word-burden = opgave
agenda-word-changed = wijziging gevraagd
agenda-word-committed = toegezegd
agenda-word-confirmed = bevestigd
agenda-word-council = raadsbesluit
agenda-word-document = document
agenda-word-done = gedaan
agenda-word-dropped = vervallen
agenda-word-funder = financier
agenda-word-late = te laat
agenda-word-moderate = redelijk bekend
agenda-word-owner = trekker
agenda-word-partly = deels
agenda-word-partner = partner
agenda-word-planned = gepland
agenda-word-refused = geweigerd
agenda-word-rewritten = herschreven
agenda-word-spent = besteed
agenda-word-strength = kracht
agenda-word-strong = goed bekend
agenda-word-weak = zwak
agenda-euros-unknown = { $n ->
    [one] 1 bedrag onbekend
   *[other] { $n } bedragen onbekend
 }
agenda-posts-unknown = { $n ->
    [one] 1 keer fte onbekend
   *[other] { $n } keer fte onbekend
 }
agenda-posts = { $posts } fte
agenda-not-there = { $id } (niet meer in de agenda)
agenda-nothing = niets
agenda-removed = (tekst verwijderd)
agenda-unknown = onbekend

## Agenda: gaten
hole-burden-not-named = opgave niet op de agenda
hole-burden-not-named-why = Voor { $domain } hoort dit gebied bij het vijfde deel waar de opgave het grootst is. De agenda noemt daar geen opgave voor.
hole-burden-not-named-rule = Voor een domein hoort het gebied bij het vijfde deel waar de opgave het grootst is, en geen opgave van de agenda hoort bij dat domein.
hole-burden-without-action = opgave zonder maatregel
hole-burden-without-action-why = Geen maatregel werkt aan deze opgave, en ook niet aan een schakel waar ze aan vastzit.
hole-burden-without-action-rule = Geen maatregel noemt de opgave, en ook geen schakel waar de opgave een kant van is.
hole-link-without-action = schakel zonder maatregel
hole-link-without-action-why = Het een werkt door in het ander, en geen maatregel is daarop gericht.
hole-link-without-action-rule = Geen maatregel noemt de schakel.
hole-link-owners-apart = schakel met twee trekkers en geen gezamenlijke maatregel
hole-link-owners-apart-why = Aan beide kanten wordt gewerkt, maar door verschillende trekkers ({ $organisations }). Geen maatregel brengt hen samen.
hole-link-owners-apart-rule = Beide kanten hebben trekkers, geen trekker is dezelfde, en geen maatregel op de schakel of op beide kanten heeft van elke kant een trekker erin.
hole-action-without-burden = maatregel zonder opgave
hole-action-without-burden-why = De maatregel noemt geen opgave, kracht of schakel die op de agenda staat.
hole-action-without-burden-rule = De maatregel noemt geen opgave, kracht of schakel die nog op de agenda staat.
hole-action-without-owner = maatregel zonder trekker
hole-action-without-owner-why = Niemand is de trekker van deze maatregel.
hole-action-without-owner-rule = De maatregel noemt geen organisatie die trekker is.
hole-action-not-confirmed = maatregel niet bevestigd
hole-action-not-confirmed-not-asked = { $organisation } heeft nog niet gezegd dat dit klopt.
hole-action-not-confirmed-refused = { $organisation } heeft geweigerd.
hole-action-not-confirmed-change-asked = { $organisation } vraagt een wijziging.
hole-action-not-confirmed-changed-since = { $organisation } heeft een eerdere versie bevestigd. Daarna is de maatregel veranderd.
hole-action-not-confirmed-rule = Een organisatie in de maatregel heeft haar niet bevestigd zoals ze nu luidt.
hole-action-without-money = maatregel zonder geld
hole-action-without-money-why = Geen euro's en geen fte staan bij deze maatregel.
hole-action-without-money-rule = Geen euro's en geen fte noemen de maatregel. Een onbekend bedrag is geen gat: het telt als onbekend.
hole-action-without-target = maatregel zonder doel
hole-action-without-target-why = Nergens staat wanneer deze maatregel geslaagd is.
hole-action-without-target-rule = Geen doel noemt de maatregel, of een opgave waar zij aan werkt.
hole-action-doubled = dubbele maatregel
hole-action-doubled-why = ‘{ $action }’ en ‘{ $other }’ lijken op elkaar. Ze hebben verschillende trekkers en werken aan hetzelfde: { $subject }.
hole-action-doubled-rule = Twee maatregelen van verschillende trekkers werken aan hetzelfde, en minstens de helft van de woorden in hun namen is gelijk. Een mens beslist of het dubbel is.
hole-target-not-measurable = doel niet te meten
hole-target-not-measurable-no-indicator = Het doel noemt geen indicator.
hole-target-not-measurable-unknown-indicator = Van de indicator die het doel noemt zijn hier geen cijfers.
hole-target-not-measurable-no-value = Het doel noemt geen streefwaarde.
hole-target-not-measurable-no-deadline = Het doel noemt geen datum waarop het bereikt moet zijn.
hole-target-not-measurable-rule = Het doel heeft geen indicator van deze werkmap, geen streefwaarde of geen datum.
hole-target-on-model = doel op een modelcijfer
hole-target-on-model-why = Dit cijfer is met een model uit andere cijfers geschat. Het laat geen verandering in dit gebied zien en telt niet als bewijs.
hole-target-on-model-rule = De indicator van het doel is met een model geschat: geweigerd als bewijs van verandering.
hole-money-without-action = geld zonder maatregel
hole-money-without-action-why = { $amount } staat bij geen enkele maatregel.
hole-money-without-action-rule = Euro's of fte noemen geen maatregel die op de agenda staat.
hole-strength-unused = kracht waar niemand op bouwt
hole-strength-unused-why = Geen maatregel bouwt voort op wat hier goed gaat.
hole-strength-unused-rule = Geen maatregel noemt de kracht.
hole-promise-without-action = toezegging zonder maatregel
hole-promise-without-action-why = Geen maatregel in dit gebied komt deze toezegging na.
hole-promise-without-action-rule = Geen maatregel van het gebied hoort bij de toezegging.
hole-promise-without-money = toezegging zonder geld
hole-promise-without-money-why = Er is iets toegezegd, en er staan geen euro's en geen fte bij.
hole-promise-without-money-only-named = De woorden noemen { $named }; daarvan staat niets in de agenda van dit gebied: niet bij deze toezegging, en niet bij een maatregel die haar nakomt.
hole-promise-without-money-rule = Geen euro's en geen fte noemen de toezegging, of een maatregel die haar nakomt.
hole-promise-without-area = toezegging zonder gebied
hole-promise-without-area-why = Deze toezegging noemt geen enkel gebied.
hole-promise-without-area-rule = De toezegging noemt geen gebied.
hole-reply-without-answer = reactie zonder antwoord
hole-reply-without-answer-why = Bewoners hebben iets gezegd en er is nog geen openbaar antwoord.
hole-reply-without-answer-rule = Bij de reactie van een bewoner staat geen openbaar antwoord.
holes-title = Gatenlijst { $name }
holes-subtitle = wat samenkomt en niemand oppakt, en wat is afgesproken en in de lucht hangt; stand van { $day }
holes-summary = { $n ->
    [0] Geen gaten: bij alles wat is afgesproken staat wie, waarmee en waarvoor.
    [one] Eén gat: { $most }.
   *[other] { $n } gaten. De meeste: { $most }.
 }
holes-caption = De gaten
holes-column-kind = wat ontbreekt
holes-column-about = waar het over gaat
holes-column-why = waarom
holes-column-who = wie pakt het op, wanneer
holes-rules = Wanneer iets een gat is
holes-note = Een gat zegt wat er niet staat opgeschreven. Het zegt niets over hoe goed iemand zijn werk doet. Wat niet is bevestigd kan best gebeuren; dan hoort het hier te staan.
holes-of-area = { $name } ({ $code }): { $n ->
    [0] geen gaten
    [one] 1 gat
   *[other] { $n } gaten
 }
holes-no-agenda = Voor dit gebied is nog niets afgesproken.
holes-none-at-all = Er zijn geen gaten gevonden.

## Agenda: tabellen
matrix-caption = Wie doet wat waaraan in { $name }
matrix-column-what = opgave, schakel of kracht
matrix-kind-burden = opgave
matrix-kind-link = schakel
matrix-kind-strength = kracht
matrix-kind-none = los
matrix-nothing = maatregelen die geen opgave noemen
matrix-nobody = niemand genoemd
matrix-row-hole = { $title } (gat: geen maatregel)
matrix-caption-year = Wie doet wat waaraan in { $name }; geld van { $year }, in de fase die het verst is
confirmations-caption = Wat partners zeiden
confirmations-column-action = maatregel
confirmations-column-organisation = organisatie
confirmations-column-answer = antwoord
confirmations-column-words = door wie, wanneer, in welke woorden
annex-confirmations = Wat partners zeiden
matrix-hole = gat: geen maatregel
matrix-shared = { $sum } (staat ook in een andere rij)
matrix-role-owner = T
matrix-role-partner = P
matrix-role-funder = F
matrix-legend = T = trekker, P = partner, F = financier. Bij a1, a2 en verder staat de naam in de lijst met maatregelen. Geld met een * staat ook in een andere rij en telt één keer.
layout-basis-none = hiervoor telt geen cijfer bewoners
actions-caption = Maatregelen
actions-column-action = maatregel
actions-column-works-on = werkt aan
actions-column-owner = trekker
actions-column-partners = partners
actions-column-money = geld en inzet
actions-column-until = tot
actions-no-burden = gat: geen opgave
actions-no-owner = gat: geen trekker
actions-no-money = gat: geen geld
targets-caption = Doelen
targets-column-target = doel
targets-column-of = hoort bij
targets-column-indicator = indicator
targets-column-baseline = nulmeting
targets-column-value = streefwaarde
targets-column-deadline = uiterlijk
targets-column-today = nu
targets-no-indicator = gat: geen indicator
targets-unknown-indicator = gat: geen cijfers van deze indicator
targets-no-value = gat: geen streefwaarde
targets-no-deadline = gat: geen datum
targets-model = modelcijfer: telt niet als bewijs
links-caption = Schakels: wat werkt door in wat
links-column-link = schakel
links-column-how = hoe
links-column-evidence = hoe zeker
links-column-source = bron
links-column-actions = maatregelen
links-no-action = gat: geen maatregel
replies-caption = Wat bewoners zeiden
replies-column-words = reactie
replies-column-about = over
replies-column-day = datum
replies-column-answer = openbaar antwoord
replies-no-answer = gat: geen antwoord
delivered-caption = Toegezegd en gedaan, per jaar
delivered-column-promise = toezegging of maatregel
delivered-withdrawn = ingetrokken op { $day }: { $reason }
delivered-nothing-said = niets over gezegd
changes-caption = Wat er veranderde
changes-column-what = wat
changes-column-field = veld
changes-column-before = was
changes-column-after = is
changes-added = nieuw
changes-gone-because = weg, omdat
changes-gone = weg
changes-changed = veranderd

## Agenda: plannen die heen en weer gaan
plan-template-title = Plan voor { $name }
plan-template-1 = Dit is een plan om in te vullen. De opgaven die de cijfers laten zien staan er al in, met de schakels ertussen die bekend zijn. Haal weg wat hier niet speelt en zet erbij wat ontbreekt.
plan-template-2 = U mag kolommen verplaatsen en leeg laten. Laat de kolom ‘nr’ staan: daaraan herkent Kapstok wat er al was. Weet u een bedrag niet, typ dan: onbekend.
plan-template-3 = Terug in de agenda: kapstok agenda import MAP plan.xlsx --dry-run laat eerst zien wat er verandert.
plan-export-title = Agenda van { $name }
plan-export-1 = Dit is de agenda zoals die nu in het logboek staat.
plan-export-2 = Verandert u iets, laat dan de kolom ‘nr’ staan: daaraan herkent Kapstok wat er al was.
plan-export-3 = Terug in de agenda: kapstok agenda import MAP bestand.xlsx --dry-run laat eerst zien wat er verandert.
plan-ask-title = Klopt dit? Maatregelen van { $name }
plan-ask-1 = Op het volgende blad staan de maatregelen waar u een deel in heeft.
plan-ask-2 = Kies bij elke maatregel een antwoord: akkoord, gewijzigd of geweigerd. Zet erbij namens welke rol u antwoordt; een naam is niet nodig.
plan-ask-3 = Klopt een bedrag of een datum niet, zet dan in de laatste kolommen wat het moet zijn.
plan-ask-4 = Stuur het bestand terug. Wat u niet invult blijft open staan.
plan-asked = { $path } geschreven: { $n } { $n ->
    [one] maatregel
   *[other] maatregelen
 } van { $name }
import-done = { $n } { $n ->
    [one] verandering
   *[other] veranderingen
 } uit { $file } in het logboek. Kop: { $head }
import-nothing = niets veranderd: wat in { $file } staat, staat al in de agenda. Kop: { $head }
import-would = { $n ->
    [0] er zou niets veranderen
    [one] 1 ding zou veranderen; er is niets geschreven
   *[other] { $n } dingen zouden veranderen; er is niets geschreven
 }
import-not-in-file = { $n ->
    [one] 1 ding staat in de agenda en niet in dit bestand. Het blijft staan; met --withdraw-missing REDEN gaat het eruit
   *[other] { $n } dingen staan in de agenda en niet in dit bestand. Ze blijven staan; met --withdraw-missing REDEN gaan ze eruit
 }
import-forms-comment = Hoe kolommen van uw plannen zijn begrepen. U mag dit veranderen: links de titel, rechts wat erin staat.
failure-not-found-partner = geen organisatie in de agenda heet `{ $found }`
    hint: bedoelde je `{ $nearest }`?
failure-not-found-partner-actions = `{ $found }` heeft geen maatregelen
failure-not-found-column = `{ $found }` zegt niet wat er in een kolom staat
    hint: typ `--column "Trekker=owners"`
failure-not-found-by = er staat niet bij wie dit zegt
    hint: typ `--by secretaris`

## Agenda: kasboek
ledger-caption = Het geld: wie betaalt wat, waarvoor, wanneer
ledger-column-area = gebied
ledger-column-domain = domein
ledger-column-source = wie betaalt
ledger-column-year = jaar
ledger-column-stage = fase
ledger-column-earmark = geoormerkt voor
ledger-column-euros = euro's
ledger-column-posts = fte
ledger-several = meer domeinen
ledger-no-domain = domein onbekend
ledger-no-source = niemand genoemd
ledger-total = totaal
ledger-unknown = { $n ->
    [one] onbekend
   *[other] { $n } keer onbekend
 }
ledger-known-and-unknown = { $n ->
    [one] { $euros } + 1 keer onbekend
   *[other] { $euros } + { $n } keer onbekend
 }
layout-caption = Hetzelfde geld, per domein en per gebied: { $year }, { $stage }
layout-column-domain = domein
layout-column-euros = euro's
layout-column-earmarked = waarvan geoormerkt
layout-column-residents = bewoners met deze opgave, overal
layout-column-each = euro's per bewoner
layout-column-inside = van hen in gebieden met een agenda
layout-column-basis = hoe geteld
layout-by-area = vrij geld, per gebied
layout-by-area-basis = alle opgaven van de gebieden met een agenda samen
layout-basis-share = aandeel keer mensen
layout-basis-worst = bewoners van het hoogste vijfde deel
layout-areas-unknown = { $n ->
    [one] 1 gebied onbekend
   *[other] { $n } gebieden onbekend
 }
layout-sentence = Van { $total } is { $earmarked } geoormerkt: dat blijft bij zijn domein. { $free } is vrij. Ligt dat vrije geld per domein, dan is het er voor alle bewoners met die opgave, waar ze ook wonen. Ligt het per gebied, dan is het er voor de bewoners van { $areas }, voor al hun opgaven; de anderen krijgen er dan niets van.
layout-several = { $euros } is voor meer domeinen tegelijk. Geen regel van ons verdeelt dat: het ligt alleen per gebied.
layout-without-domain = Van { $euros } staat niet vast voor welk domein het is. Dat ligt nergens.
layout-unknown = { $n ->
    [one] Eén bedrag is onbekend. Dat ligt nergens.
   *[other] { $n } bedragen zijn onbekend. Die liggen nergens.
 }
layout-not-persons = ‘Bewoners van het hoogste vijfde deel’ zijn alle bewoners van de gebieden waar de opgave het grootst is. Wie twee opgaven heeft telt bij beide: dit zijn geen personen. En dit is rekenen met wat er staat: het zegt niets over wat het geld teweegbrengt.

## Agenda: stukken voor de raad
document-invented = VERZONNEN VOORBEELD
document-foot = logboek: { $events } gebeurtenissen, { $head } · cijfers: { $data }
annex-title = Gebiedsagenda { $name }
annex-subtitle = bijlage voor de raad; stand van { $day }
annex-adopted = Vastgesteld als { $version } op { $day } door { $by }.
annex-adopted-reason = Reden: { $reason }.
annex-adopted-data = Gerekend met cijfers { $data }.
annex-not-adopted = Deze agenda is nog niet vastgesteld.
annex-none = Hier staat niets in de agenda.
annex-matrix = Wie doet wat waaraan
annex-matrix-sentence = Elke rij is een opgave, een schakel of een kracht; elke kolom een organisatie. Waar ‘gat’ staat werkt niemand eraan.
annex-links = Schakels
annex-links-sentence = Het een werkt door in het ander. Hoe zeker dat is, en wie het zegt, staat erbij. Het zegt niet dat het voor iedereen hier geldt.
annex-actions = Maatregelen
annex-targets = Doelen
annex-targets-sentence = Doelen gaan over wat er met bewoners gebeurt. Dat is van niemand alleen: een cijfer dat verandert is nog niet door een maatregel veranderd.
annex-money = Geld en inzet
annex-money-sentence = Gepland, toegezegd en besteed zijn fasen van hetzelfde geld. Ze worden niet opgeteld. Wat onbekend is staat er als onbekend.
annex-delivered = Toegezegd en gedaan
annex-delivered-sentence = Dit gaat over ons eigen werk: wat is beloofd, en wat is daarvan gekomen.
annex-holes = Gaten
annex-replies = Reacties van bewoners
annex-changes = Veranderd met de laatste vaststelling
annex-since = Veranderd sinds de laatste vaststelling
annex-since-sentence = Dit is nog niet vastgesteld.
report-subtitle = { $level } { $code }; { $residents } bewoners; stand van { $day }
report-worry-figure = { $label }: { $words }, { $period } [{ $source }]
report-good = Wat goed gaat
report-good-rule = { $n ->
    [one] 1 van { $compared } vergeleken cijfers staat gunstiger dan bij driekwart van de { $levels }.
   *[other] { $n } van { $compared } vergeleken cijfers staan gunstiger dan bij driekwart van de { $levels }.
 }
report-good-none = Geen van { $compared } vergeleken cijfers staat gunstiger dan bij driekwart van de { $levels }.
report-good-caption = Cijfers die hier gunstig zijn
report-strengths-agreed = { $n ->
    [one] De agenda noemt als kracht: { $names }.
   *[other] De agenda noemt als krachten: { $names }.
 }
report-together = Wat samenkomt
report-together-larger = { $n ->
    [0] In { $stacked } van de { $all } { $levels } komen twee of meer opgaven samen. Voor geen domein woont de helft van de bewoners in { $levels } waar de opgave het grootst is (het hoogste vijfde deel).
   *[other] In { $stacked } van de { $all } { $levels } komen twee of meer opgaven samen. De helft of meer van de bewoners woont in { $levels } waar de opgave het grootst is (het hoogste vijfde deel) voor: { $domains }.
 }
report-together-caption = Eén cijfer per domein
report-more-domains = { $n ->
    [one] Nog 1 domein staat op de pagina van het gebied.
   *[other] Nog { $n } domeinen staan op de pagina van het gebied.
 }
report-no-recipe = Geen recept telt hier welke opgaven samenkomen.
report-column-figure = cijfer
report-column-here = hier
report-column-middle = middelste gebied
report-column-source = periode, soort [bron]
report-agreed = Wat is afgesproken
report-adopted = Vastgesteld als { $version } op { $day }.
report-promised = Toegezegd
report-no-actions = Er zijn nog geen maatregelen.
report-more-promises = { $n ->
    [one] Nog 1 toezegging staat in de bijlage.
   *[other] Nog { $n } toezeggingen staan in de bijlage.
 }
report-more-actions = { $n ->
    [one] Nog 1 maatregel staat in de bijlage.
   *[other] Nog { $n } maatregelen staan in de bijlage.
 }
report-missing = Wat ontbreekt
report-more-holes = { $n ->
    [one] Nog 1 gat staat in de gatenlijst.
   *[other] Nog { $n } gaten staan in de gatenlijst.
 }
report-sources = Bronnen: { $list }
ledger-title = Kasboek { $name }
ledger-subtitle = wie betaalt wat, waarvoor; stand van { $day }
layout-title = Hetzelfde geld in twee verdelingen
paper-printed = { $path } geschreven: { $n } { $n ->
    [one] bladzijde
   *[other] bladzijden
 }
paper-written = { $path } geschreven
failure-not-found-hash = `{ $found }` is geen hash: dat zijn 64 tekens, cijfers en de letters a tot en met f
    hint: de hash staat onder aan elk stuk, en achter `Kop:`
failure-not-found-paper = `{ $found }` zegt niet in welke vorm
    hint: laat de naam eindigen op een van: { $nearest }

## Documenten: Word, werkboek, druk

document-page = Pagina { $page } van { $pages }
document-read-me = Lees mij
document-table = Tabel { $number }
document-table-on = Tabel ‘{ $caption }’: op blad ‘{ $sheet }’

## Maanden
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december

# --- SPACE

help-space = Statistiek van een kaart: lijken buren op elkaar, en waar
help-space-file = Een kaart met één rij per gebied: .fgb, .gpkg of .geojson
help-space-stat = moran, local-moran, gi, gi-star, scan of classes
help-space-value = De kolom met het cijfer van elk gebied
help-space-cases = De kolom met gebeurtenissen of gevallen: met --population geeft dat een verhouding, en een scan heeft hem nodig
help-space-population = De kolom met inwoners
help-space-code = De kolom met de code van elk gebied; zonder deze optie de eerste waarin elk gebied een eigen code heeft
help-space-missing = Een tekst die voor geen cijfer staat; mag vaker
help-space-weights = Wie een buur is: queen, rook, knn:8, within:1.0 (in de eenheid van de kaart) of een .gal-bestand; zonder deze optie queen
help-space-permutations = Hoe vaak er wordt verwisseld of nagebootst; zonder deze optie 999
help-space-seed = Begingetal van het toeval; zonder deze optie 1
help-space-rate = Welk deel van de gemerkte gebieden toeval mag zijn; zonder deze optie 0.05
help-space-largest = De grootste cirkel van een scan, als deel van alle inwoners; zonder deze optie 0.5
help-space-classes = Hoeveel klassen; zonder deze optie 5
help-space-gal = Schrijf de buren ook naar dit .gal-bestand
help-space-onto = Een andere kaart: breng cijfers van de eerste kaart over naar die gebieden, naar de grond die ze samen hebben
help-space-onto_code = De kolom met de code van elk gebied van de andere kaart; zonder deze optie de eerste waarin elk gebied een eigen code heeft
help-space-count = Een kolom met aantallen, zoals inwoners: elk gebied geeft het deel dat zijn grond daar is; mag vaker
help-space-share = Een kolom met aandelen, verhoudingen of gemiddelden: elk gebied krijgt het gemiddelde van wat er ligt; mag vaker
help-space-weight = De kolom met het aantal waarmee --share weegt, zoals inwoners; zonder deze optie weegt de grond
help-space-least = Welk deel van een gebied bedekt moet zijn door gebieden met een cijfer; zonder deze optie 0.95
help-value-stat = MAAT
help-value-value = KOLOM
help-value-cases = KOLOM
help-value-population = KOLOM
help-value-code = KOLOM
help-value-missing = TEKST
help-value-weights = BUREN
help-value-permutations = N
help-value-rate = DEEL
help-value-largest = DEEL
help-value-classes = N
help-value-gal = BESTAND.gal
help-value-onto = KAART
help-value-onto_code = KOLOM
help-value-count = KOLOM
help-value-share = KOLOM
help-value-weight = KOLOM
help-value-least = DEEL
space-areas = { $n } gebieden, { $missing } zonder cijfer: die doen niet mee
space-islands = { $n } { $n ->
    [1] eiland dat
   *[other] eilanden die
} wel in het gemiddelde { $n ->
    [1] zit
   *[other] zitten
}, maar geen buren { $n ->
    [1] heeft
   *[other] hebben
} en dus geen eigen maat: { $areas }
space-flagged = { $n } { $n ->
    [1] gebied is
   *[other] gebieden zijn
} gemerkt, waarvan naar verwachting hooguit een deel { $rate } toeval is; p uit { $number } verwisselingen, naar één kant
space-more-permutations = bij { $number } verwisselingen kan geen p klein genoeg zijn om te merken, tenzij { $n } gebieden de kleinste hebben: typ er meer, zoals --permutations 9999
space-scanned = { $n } { $n ->
    [1] cirkel
   *[other] cirkels
} met p hooguit { $rate }; { $missing } gebieden doen niet mee, want gevallen, inwoners of grens ontbreken
space-classes = { $n } klassen, tot en met { $ends }; passend voor { $fit }
space-not-clean = op deze kaart liggen gebieden naast elkaar zonder dezelfde punten te hebben, zodat sommige buren niet worden gezien; probeer --weights within:{ $distance }
space-onto = { $n } gebieden op { $of } andere: { $pairs } paren hebben samen grond. Aangenomen: wat een gebied telt, ligt gelijk verdeeld over zijn grond
space-onto-count = { $name }: { $all } op de eerste kaart, waarvan { $lost } in geen gebied met een cijfer ligt; { $without } van { $of } gebieden zonder cijfer, want gebieden die er een hebben, bedekken er minder dan { $least } van
space-onto-count-overlap = { $name }: { $all } op de eerste kaart, en samen { $lost } meer op de tweede: gebieden van de tweede kaart overlappen, en tellen wat daar ligt elk mee; { $without } van { $of } gebieden zonder cijfer, want gebieden die er een hebben, bedekken er minder dan { $least } van
space-onto-share = { $name }: gemiddelde naar { $weight ->
    [land] grond
   *[other] `{ $weight }`
}; { $without } van { $of } gebieden zonder cijfer, want gebieden die er een hebben, bedekken er minder dan { $least } van, of er telt niemand
K0700 = dit bestand heeft geen grenzen van gebieden
    .hint = geef een kaart: .fgb, .gpkg of .geojson met één rij per gebied
    .explain = Om te weten of buren op elkaar lijken moet bekend zijn wie aan wie grenst. Dat staat in de grenzen, en die heeft dit bestand niet.
K0701 = geen kolom `{ $found }` op de kaart
    .hint = bedoelde je `{ $nearest }`? Alle kolommen: `kapstok columns { $file }`
    .explain = Een kolom die achter `kapstok space` is getypt staat niet in het bestand.
K0702 = `{ $found }` is geen getal
    .hint = staat het voor geen cijfer, typ er dan --missing "{ $found }" bij
    .explain = In een cel van een kolom met getallen staat iets anders. Kapstok raadt niet: een teken als -99997 of een punt zou dan een cijfer worden.
K0703 = `{ $found }` zegt niet wie een buur is
    .hint = typ --weights queen, rook, knn:8, within:1.0 of de naam van een .gal-bestand
    .explain = Queen is wie een punt gemeen heeft, rook wie een stuk grens gemeen heeft, knn:8 de acht dichtstbijzijnde middelpunten, within:1.0 wie binnen die afstand komt, in de eenheid van de kaart. Een .gal-bestand is een lijst van buren zoals GeoDa, PySAL en R die schrijven.
K0704 = deze lijst van buren kan niet worden gelezen of geschreven: `{ $found }`
    .hint = een .gal-bestand begint met het aantal gebieden; dan voor elk de code, het aantal buren, en hun codes
    .explain = Een .gal-bestand heeft één vorm. Een aantal dat niet klopt, een gebied dat er twee keer staat of een buur zonder eigen regel zou een verkeerde kaart geven; daarom wordt er niets berekend. Codes met een spatie kunnen niet worden geschreven.
K0705 = gebied `{ $found }` staat maar in één van de twee: kaart en lijst van buren
    .hint = { $nearest ->
        [none] maak de lijst opnieuw van deze kaart, met --gal
       *[other] de code op de kaart die er het meest op lijkt is `{ $nearest }`; is de lijst van een ander jaar, of van een andere kolom dan --code?
    }
    .explain = Een lijst van buren en een kaart moeten dezelfde gebieden hebben, met dezelfde codes.
K0706 = deze maat kan niet worden berekend: { $reason ->
        [few] minder dan vier gebieden hebben een cijfer
        [same] alle gebieden hebben hetzelfde cijfer
        [neighbours] geen gebied met een cijfer heeft een buur met een cijfer
        [below] een cijfer is lager dan 0
       *[other] de cijfers passen niet bij de kaart
    }
    .hint = bekijk de kolom met `kapstok columns { $file }`, of kies andere buren met --weights
    .explain = Of buren op elkaar lijken is alleen te vragen als cijfers verschillen en gebieden buren hebben.
K0707 = er staat niet waarmee gerekend moet worden
    .hint = typ --value KOLOM, of --cases KOLOM --population KOLOM voor verhoudingen; een scan heeft die laatste twee nodig
    .explain = Voor een maat van één cijfer is één kolom nodig. Voor verhoudingen en scans zijn er twee nodig: gebeurtenissen en inwoners.
K0708 = { $found ->
        [none] in geen enkele kolom heeft elk gebied een eigen code
       *[other] in kolom `{ $found }` heeft een gebied geen code, of hebben twee dezelfde
    }
    .hint = noem de kolom met --code; alle kolommen: `kapstok columns { $file }`
    .explain = Er komt één rij per gebied uit, dus heeft elk gebied een eigen code nodig.
K0709 = de kaart kan niet worden doorzocht: { $reason ->
        [crs] zijn coördinaten staan in een stelsel dat hier niet bekend is
        [share] de grootste cirkel moet meer dan 0 en hooguit 0,5 van alle inwoners bevatten
        [cases] er zijn geen gevallen, of meer dan twee miljard
        [figure] gevallen zijn geen heel getal vanaf 0, inwoners zijn lager dan 0, of er zijn gevallen zonder inwoners
        [points] er staan meer punten in de grenzen dan geteld kunnen worden
       *[other] de kolommen passen niet bij de kaart
    }
    .hint = bekijk beide kolommen met `kapstok columns { $file }`, en kijk naar --largest
    .explain = De scan telt gevallen tegen inwoners. Daarvoor zijn hele gevallen nodig, en inwoners die ze kunnen hebben.
K0795 = er staat niet bij welke cijfers naar de andere kaart gaan
    .hint = typ --count KOLOM voor aantallen mensen of woningen, --share KOLOM voor aandelen, verhoudingen en gemiddelden
    .explain = Een aantal wordt verdeeld over de gebieden waarin het ligt, een aandeel niet: een half gebied heeft de helft van de inwoners, en hetzelfde aandeel. Kapstok raadt niet welk van de twee een kolom is.
K0796 = de twee kaarten kunnen niet op elkaar worden gelegd: { $reason ->
        [crs] hun coördinaten staan in verschillende stelsels, waarvan er één hier niet bekend is
        [place] een punt heeft geen plaats in dat stelsel
       *[land] ze hebben samen geen grond
    }
    .hint = bekijk beide kaarten, en breng ze naar één coördinatenstelsel als dat nog niet zo is
    .explain = Grond die kaarten samen hebben, is alleen te meten als beide van hetzelfde land zijn en bekend is hoe hun coördinaten bij elkaar horen.
K0797 = `{ $found }` ligt onder 0 en kan geen gewicht zijn
    .hint = noem achter --weight een kolom met aantallen, zoals inwoners
    .explain = Een gewicht zegt voor hoeveel mensen of woningen een aandeel telt. Het is 0 of meer.
# --- STEPS
step-factor = wat { $parts } gemeen hebben: één factor volgens de grootste aannemelijkheid, met `{ $positive }` naar boven gericht
step-healthy-years = { $give ->
    [lower] ondergrens van het interval van { $percent } % van de jaren
    [upper] bovengrens van het interval van { $percent } % van de jaren
    [standard-error] standaardfout van de jaren
   *[value] jaren
 } in goede gezondheid die iemand van { $age } kan verwachten, uit { $n } leeftijdsgroepen (Sullivan); geen bij minder dan { $people } mensen
step-impute = `{ $in }`, en als het ontbreekt het gemiddelde van { $of ->
    [level] de bekende cijfers in dezelfde { $level }
   *[all] alle bekende cijfers
 }
    .maths = { $out } = { $in }, anders gemiddelde({ $in })
step-life-expectancy = { $give ->
    [lower] ondergrens van het interval van { $percent } % van de jaren
    [upper] bovengrens van het interval van { $percent } % van de jaren
    [standard-error] standaardfout van de jaren
   *[value] jaren
 } die iemand van { $age } kan verwachten te leven, uit { $n } leeftijdsgroepen (Chiang II); geen bij minder dan { $people } mensen
step-normal-score = plaats van `{ $in }` op de normale kromme, het hoogste cijfer het hoogst; { $ties ->
    [min] gelijke cijfers delen het laagste nummer
    [mean] gelijke cijfers delen het gemiddelde nummer
   *[max] gelijke cijfers delen het hoogste nummer
 }
step-shrink = { $give ->
    [standard-error] standaardfout van het deel `{ $in }` onder `{ $population }`, getrokken
   *[value] het deel `{ $in }` onder `{ $population }`, getrokken
 } naar het gemiddelde m van { $of ->
    [level] dezelfde { $level }
   *[all] alle gebieden
 }, sterker naarmate er minder mensen p zijn
step-winsorise = `{ $in }`, met de uiterste cijfers naar binnen gehaald, hooguit { $n }, tot de scheefheid onder { $skewness } is, dan wel de welving onder { $kurtosis }; lukt dat niet: { $otherwise ->
    [logarithm] de logaritme
   *[leave] zoals het was
 }
    .maths = { $out } = naar binnen({ $in })
# --- GAP

help-gap = Reken uit hoe gekozen gebieden verschillen, en of zij uiteenlopen
help-gap-areas = Een bestand met een kolom codes van gebieden
help-gap-indicator = Id van een indicator; mag vaker
help-gap-against = Waartegen: rest, municipality (zelfde gemeente) of matched (gebieden die erop lijken); mag vaker
help-gap-match_on = Id van een cijfer waarin de gebieden op elkaar moeten lijken; mag vaker
help-gap-from_period = De eerste periode
help-gap-to_period = De laatste periode
help-gap-seed = Het getal waaruit de loting volgt; hetzelfde getal geeft dezelfde uitkomst
help-gap-essay = Zeg per uitspraak van het essay wat deze cijfers zeggen
help-gap-detectable = Een gebied en een indicator: hoe groot moet een verandering zijn om op te vallen?
help-gap-target = Een doel om daartegen te houden
help-gap-json = Toon hetzelfde als JSON
help-value-areas = BESTAND
help-value-against = WAARTEGEN
help-value-match_on = INDICATOR
help-value-from_period = PERIODE
help-value-to_period = PERIODE
help-value-detectable = GEBIED INDICATOR
help-value-target = GETAL

gap-head = { $chosen } gekozen gebieden van { $all } (niveau: { $level })
gap-figure = { $label }, { $period } ({ $kind }): gekozen gebieden { $chosen }
gap-against-rest = tegen alle andere
gap-against-municipality = tegen dezelfde gemeente
gap-against-matched = tegen gebieden die lijken
gap-range = ({ $lower } tot { $upper })
gap-part = hier over { $n } gekozen gebieden, samen { $value }
gap-times = { $value } keer
gap-outcome-higher = hoger
gap-outcome-similar = geen verschil gezien
gap-outcome-lower = lager
gap-outcome-cannot-be-compared = niet te vergelijken
gap-trend-higher = stijgt meer, of daalt minder
gap-trend-similar = geen verschil in verandering gezien
gap-trend-lower = daalt meer, of stijgt minder
gap-trend-cannot-be-compared = niet te vergelijken
gap-because-no-figure = er is geen cijfer
gap-because-no-others = er zijn geen andere gebieden om mee te vergelijken
gap-because-no-municipality = dit niveau ligt niet binnen een gemeente
gap-because-modelled = het cijfer is een schatting uit een model; de onzekerheid staat er niet bij, en een verandering laat het niet zien
gap-because-no-margins = hoe onzeker het cijfer is, is niet bekend
gap-because-few-periods = er zijn te weinig perioden
gap-because-few-areas = er zijn te weinig andere gebieden met een cijfer in elke periode (minstens { $needed })
gap-because-few-in-municipality = er zijn te weinig andere gebieden in de gemeente van een gekozen gebied (minstens { $needed })
gap-because-protected = een beschermd kenmerk is geen uitkomst
gap-because-count = een aantal groeit met het gebied; vergelijk een aandeel
gap-because-not-at-level = op dit niveau zijn er geen cijfers
gap-because-match-protected = een beschermd kenmerk maakt gebieden niet gelijk
gap-because-match-modelled = het cijfer is een schatting uit een model, gemaakt uit andere cijfers
gap-because-match-known = het is bekend in minder dan vier van de vijf gebieden, tot en met de eerste periode die vergeleken wordt
gap-because-match-domain = niet voor cijfers van het eigen domein: gebieden die op een uitkomst lijken, verschillen er niet op
gap-refused = { $found }: niet vergeleken; { $reason }
gap-not-matched-on = { $found }: hierop wordt niet gezocht naar gebieden die lijken; { $reason }
gap-slopes = Van de minst naar de meest belaste gebieden (gerangschikt op { $indicator }): verschil tussen beide einden
gap-trends = Verandering per jaar: aantal andere gebieden, gekozen, andere, verschil na correctie voor het begin
gap-trend-part = hier over { $n } gekozen gebieden
gap-alarms = Dezelfde toets op { $sets } lotingen van gebieden waar niets gekozen is: { $share } % loos alarm (5 % is de afspraak).
gap-matches = Gebieden die lijken, voor { $domain }: { $n } paren, { $alone } gekozen gebieden zonder. Verschil in standaarddeviaties voor en na, en verhouding van de varianties:
gap-matches-named = Gebieden die lijken: { $n } paren, { $alone } gekozen gebieden zonder. Verschil in standaarddeviaties voor en na, en verhouding van de varianties:
gap-matches-change = Gebieden die lijken, voor de verandering van { $domain }: { $n } paren, { $alone } gekozen gebieden zonder. Verschil in standaarddeviaties voor en na, en verhouding van de varianties:
gap-matches-change-named = Gebieden die lijken, voor de verandering: { $n } paren, { $alone } gekozen gebieden zonder. Verschil in standaarddeviaties voor en na, en verhouding van de varianties:
gap-foot = Tussen haakjes: waar het verschil met 95 % zekerheid ligt. Loting: { $seed }. Een verschil zegt niet waardoor het komt.

K0720 = `{ $found }` is geen gebied van deze werkmap
    .hint = bedoelt u `{ $nearest }`?
    .explain = Elke code in de lijst moet een gebied van de huidige bouw zijn. Een code van een andere indeling kan verdwenen zijn: kijk bij gebieden naar het jaar van de kaart. Er wordt niets uitgerekend zolang er een code onbekend is, want een lijst met een tikfout geeft een ander antwoord.
K0721 = `{ $found }` staat twee keer in de lijst
    .hint = haal de regel weg; het gebied telt een keer
    .explain = Een gebied telt een keer, hoe vaak het ook in de lijst staat.
K0722 = `{ $found }` is een { $level }; de andere gebieden zijn een { $expected }
    .hint = neem gebieden van een niveau in een lijst
    .explain = Gekozen gebieden worden vergeleken met gebieden van hetzelfde niveau. Een wijk en haar buurten in een lijst zouden dubbel tellen.
K0723 = in deze lijst staat geen gebied dat te vergelijken is
    .hint = zet in een kolom de codes, een per regel, zoals in `kapstok export files`
    .explain = De kolom met codes wordt gevonden aan de codes zelf. Staat er geen enkele bekende code in, of heeft elk gebied te weinig inwoners, dan valt er niets te vergelijken.
K0724 = `{ $found }` heeft te weinig inwoners om een cijfer te tonen, en doet niet mee
    .hint = het gebied blijft uw keuze; alleen zijn cijfers tellen niet mee
    .explain = Van een gebied met te weinig inwoners gaat geen cijfer de bouw uit, ook niet als deel van een gemiddelde.

detectable-now = { $label } in { $name }: { $value } ({ $period }), van { $people } personen of huishoudens.
detectable-now-unknown = { $label } in { $name }: { $value } ({ $period }).
detectable-seen = Pas als het cijfer bij { $seen } komt, of daar voorbij, is de verandering hier te onderscheiden van toeval.
detectable-never = In een gebied van deze grootte is zelfs de grootst mogelijke { $way ->
    [down] daling van het cijfer
   *[up] stijging van het cijfer
 } niet te onderscheiden van toeval.
detectable-target-seen = Een doel van { $target } ligt ver genoeg: als het gehaald wordt, is dat in vier van de vijf gevallen te zien.
detectable-target-not = Een doel van { $target } kan hier gehaald worden zonder dat de cijfers het laten zien.
detectable-not = { $label } in { $name }: hier is niet te zeggen hoe groot een verandering moet zijn; { $reason }.
targets-column-seen = te zien vanaf
targets-seen = { $value }
targets-not-seen = pas vanaf { $value }: dit doel is hier niet te zien
targets-never-seen = in een gebied van deze grootte nooit te zien
page-thursday-6-of = Doel { $id } uit de gebiedsagenda
page-thursday-6-rule = Zo gevonden: het eerste doel, op volgorde van gebied, dat gehaald kan worden zonder dat de cijfers het laten zien. Kans om iets te zien dat er niet is: 5 %. Kans om te zien wat er is: 80 %.

worry-title = Zorgen of niet?
worry-level-title = Hoe staat het ervoor?
worry-level = { $n ->
    [0] Bij geen van de { $of } cijfers gaat het minder goed dan in { $name }.
   *[other] Bij { $n } van de { $of } cijfers gaat het minder goed dan in { $name }.
 }
worry-level-none = Er is geen cijfer om dit mee te vergelijken.
worry-level-figure = { $value } ({ $name }: { $nation })
worry-all = alle { $levels } samen
worry-similar-title = Is het echt anders dan in gebieden die erop lijken?
worry-similar-worse = { $n ->
    [one] Bij 1 cijfer gaat het echt minder goed.
   *[other] Bij { $n } cijfers gaat het echt minder goed.
 }
worry-similar-better = { $n ->
    [one] Bij 1 cijfer gaat het echt beter.
   *[other] Bij { $n } cijfers gaat het echt beter.
 }
worry-similar-none = Wij zien geen echt verschil.
worry-similar-higher = { $size } hoger (tussen { $lower } en { $upper })
worry-similar-lower = { $size } lager (tussen { $lower } en { $upper })
worry-change-title = Is er echt iets veranderd?
worry-change-worse = { $n ->
    [one] Bij 1 cijfer werd het echt minder goed.
   *[other] Bij { $n } cijfers werd het echt minder goed.
 }
worry-change-better = { $n ->
    [one] Bij 1 cijfer werd het echt beter.
   *[other] Bij { $n } cijfers werd het echt beter.
 }
worry-change-none = Wij zien geen echte verandering.
worry-change-up = { $size } hoger dan in { $since } (tussen { $lower } en { $upper })
worry-change-down = { $size } lager dan in { $since } (tussen { $lower } en { $upper })
worry-points = { $value } procentpunt
worry-cannot = { $n ->
    [one] Van 1 cijfer kunnen wij dat niet zeggen.
   *[other] Van { $n } cijfers kunnen wij dat niet zeggen.
 }
worry-age-title = Hoe oud zijn de cijfers?
worry-age = Het oudste cijfer gaat over { $oldest }, het nieuwste over { $newest }.
worry-age-one = Alle cijfers gaan over { $newest }.
worry-agreed-title = Wat is er afgesproken?
worry-agreed = { $n ->
    [0] Er is een gebiedsagenda, maar nog zonder maatregelen.
    [one] Er is 1 maatregel afgesproken.
   *[other] Er zijn { $n } maatregelen afgesproken.
 }
worry-agreed-nothing = Voor dit gebied is hier nog niets afgesproken.
worry-agreed-no-log = In deze werkmap staan geen afspraken.
worry-rule = Per onderwerp spreekt één cijfer. ‘Echt’ is: met 95 % zekerheid meer dan toeval. { $n ->
    [0] Er zijn geen andere gebieden waar het op kan lijken.
    [1] Wij vergelijken met het ene gebied dat het meest lijkt. Daarvoor kijken wij naar de cijfers van de andere onderwerpen.
   *[other] Wij vergelijken met de { $n } gebieden die het meest lijken. Daarvoor kijken wij naar de cijfers van de andere onderwerpen.
 } Heeft het land geen eigen cijfer, dan staat er het gemiddelde van alle gebieden. Een cijfer dat alleen is berekend, en niet geteld, laat geen verschil zien. Het laat ook geen verandering zien.

essay-s2a = Mensen leven er jaren langer in slechte gezondheid en sterven jaren eerder
essay-s2a-holder = CBS, uit de registers van overleden en levende inwoners
essay-s2b = Zij blijven weg bij bevolkingsonderzoek
essay-s2b-holder = RIVM
essay-s2c = Chronische ziekte komt er twee keer zo vaak voor
essay-s2c-holder = RIVM en de GGD'en
essay-s3a = Armoede geeft stress en schulden en neemt de kracht om rond te komen
essay-s3a-holder = CBS en de gemeente
essay-s3b = Het ene probleem brengt het volgende
essay-s3b-holder = de literatuur; de gebiedsagenda noemt bij elk verband de bron
essay-s3c = Er zijn meer problemen met werk, en twee keer zo veel geweld thuis
essay-s3c-holder = politie en Veilig Thuis
essay-no-figure = hier is geen cijfer; houder: { $holder }
essay-figure = { $label }: { $chosen } tegen { $others } elders, { $ratio } keer zo veel ({ $lower } tot { $upper }); { $period }, { $kind }, { $source }
essay-figure-modelled = { $label }: { $chosen } tegen { $others } elders, { $ratio } keer zo veel; modelschatting, dus zonder marge; { $period }, { $kind }, { $source }
essay-figure-unsure = { $label }: { $chosen } tegen { $others } elders; hoe onzeker dat is, is niet bekend; { $period }, { $kind }, { $source }
statements-title = Het essay naast de cijfers
statements-nav = Uitspraken en cijfers
statements-lede = In 2022 verscheen een essay over de wijkaanpak. Bij elke uitspraak over verschillen staat hier wat de cijfers zeggen. Is er geen cijfer, dan staat er wie het heeft.
statements-compared = Vergeleken zijn { $number } gekozen { $levels } met alle andere { $levels }.
statements-choice = Hoe zij gekozen zijn staat bij
statements-table = tabel: { $label }
statements-missing-title = Er zijn nog geen gebieden gekozen
statements-missing = Deze uitspraken gaan over gekozen gebieden tegen de andere. In deze werkmap is er nog geen keuze. Daarom staat hier alleen welke cijfers er zijn.
statements-none-shown-title = Er zijn geen gekozen gebieden om te vergelijken
statements-none-shown = Deze uitspraken gaan over gekozen gebieden tegen de andere. Er is een keuze, maar geen gekozen gebied laat hier cijfers zien. Daarom staat hier alleen welke cijfers er zijn.
statements-known = Hier is een cijfer van: { $names }. Er zijn hier geen gekozen gebieden om te vergelijken.
statements-note = Tussen haakjes staat waar de verhouding met 95 % zekerheid ligt. Een verschil zegt niet waardoor het komt. Een cijfer van iets anders komt nooit in de plaats van een cijfer dat er niet is.
statements-command = Hetzelfde voor een eigen lijst met gebieden:
# --- HIDES
help-hides = Toon wat een gemiddelde verbergt: waar de verschillen liggen en welke gebieden de andere kant op gaan
help-hides-dir = De werkmap
help-hides-what = Id van een indicator, of een zin met een cijfer zoals in een rapport
help-hides-period = De periode; zonder deze optie de nieuwste met cijfers over kleinere gebieden
help-hides-level = De kleinste gebieden om te bekijken; zonder deze optie de kleinste met cijfers
help-hides-json = Toon hetzelfde als JSON
hides-figure = { $area }, { $label } ({ $period }): { $figure }.
hides-no-figure = geen eigen cijfer
hides-range = De { $below } daarin lopen van { $lowest } tot { $highest }.
hides-within = Van alle verschillen ligt { $percent } % binnen { $inside }: tussen { $below } van dezelfde { $inside }.
hides-other-way = { $n ->
    [one] { $n } van de { $of } { $below } gaat de andere kant op.
   *[other] { $n } van de { $of } { $below } gaan de andere kant op.
 }
hides-understood = Begrepen: { $number }, { $label }, { $area } ({ $level }).
hides-passed-over = Niet begrepen en overgeslagen: { $list }.
hides-no-number = In de zin staat geen getal om te vergelijken.
hides-no-own = Over dit gebied hebben we zelf geen cijfer om te vergelijken.
hides-same = Ons cijfer over { $period } is hetzelfde. Bron: { $source }.
hides-differs = Ons cijfer is anders dan { $number }. Het dichtstbij ligt { $period }: { $figure }. Het rapport kan een andere periode, bron of definitie hebben. Onze bron: { $source }.
hides-rule = De andere kant op: het gebied staat beter dan { $line } ({ $figure }) en de { $whole } waarin het ligt slechter, of omgekeerd.
hides-rule-none = Welke gebieden de andere kant op gaan, is hier niet te zeggen: er ligt geen niveau tussen, of hoger is niet beter en niet slechter.
hides-shares = Waar de verschillen liggen
hides-between = tussen { $levels }
hides-between-inside = tussen { $levels } binnen { $inside }
hides-levels = Hoe het beeld verandert met de grootte van gebieden
hides-col-between = verschil
hides-col-variance = naar inwoners
hides-col-same = elk gebied even zwaar
hides-col-theil = Theil
hides-col-level = niveau
hides-col-known = met cijfer
hides-col-missing = zonder
hides-col-from = van
hides-col-to = tot
hides-col-fifth = in het vijfde deel met de grootste opgave
hides-col-area = gebied
hides-col-figure = cijfer
hides-col-whole = ligt in
hides-col-whole-figure = cijfer daarvan
hides-col-way = het gebied staat
hides-better = beter
hides-worse = slechter
hides-distance = Van een afstand gezien
hides-seen-better = { $whole }, { $label }: van { $before } ({ $from }) naar { $after } ({ $to }), dat is beter. Slechter werd het in { $n } van de { $of } { $below }{ $names }.
hides-seen-worse = { $whole }, { $label }: van { $before } ({ $from }) naar { $after } ({ $to }), dat is slechter. Beter werd het in { $n } van de { $of } { $below }{ $names }.
hides-not-seen = { $label }: hier staat geen verandering; { $reason }.
hides-seen-same = { $whole }, { $label }: { $before } in { $from } en in { $to }, dus gelijk.
K0710 = `{ $found }`: dit gebied is niet bekend
    .hint = bedoelde je `{ $candidates }`? typ een naam of code uit deze werkmap
    .explain = In de zin staat een gebied dat deze werkmap niet kent. Typ de naam zoals die op de pagina’s staat, of de code. Zonder gebied gaat het over het hele land.
K0711 = `{ $found }`: meer dan één gebied heet zo
    .hint = typ een van deze codes in plaats van de naam: { $candidates }
    .explain = Twee of meer even grote gebieden hebben deze naam. Kapstok kiest niet zelf. Zet de code in de zin, of de naam van een groter gebied.
K0712 = `{ $found }`: geen indicator past hierbij
    .hint = bedoelde je `{ $candidates }`? typ de id van een indicator of woorden uit de naam
    .explain = Kapstok zoekt de woorden van de zin in de namen van de indicatoren. Minstens de helft van de woorden moet passen, en een percentage past alleen bij een percentage.
K0713 = `{ $found }`: meer dan één indicator past hierbij
    .hint = zet een van deze ids in de zin: { $candidates }
    .explain = Twee of meer indicatoren passen even goed bij de zin. Kapstok kiest niet zelf. Noem er een met zijn id, of met meer woorden uit de naam.
K0714 = `{ $indicator }` heeft in { $area } geen cijfers over kleinere gebieden
    .hint = kies een groter gebied, of een periode met cijfers: { $candidates }
    .explain = Wat een gemiddelde verbergt, is pas te zien als er ten minste twee kleinere gebieden met een cijfer over dezelfde periode zijn. Cijfers die niet getoond mogen worden, tellen niet mee.
K0715 = `{ $indicator }` is een aantal, en geen gemiddelde
    .hint = kies een indicator in procenten of per 1.000
    .explain = Een aantal is groter in een groter gebied. Verschillen tussen aantallen zeggen dan vooral hoeveel mensen er wonen.
K0716 = de zin is leeg of langer dan { $candidates } tekens
    .hint = plak één zin, zoals: 23 % lage inkomens in Amberstad
    .explain = Kapstok leest één zin met één cijfer. Een lange tekst wordt niet gelezen.
page-hides-title = Wat dit gemiddelde verbergt
page-hides-paste = Plak een zin met een cijfer
page-hides-button = Kijk eronder
page-hides-hint = Bijvoorbeeld: 23 % lage inkomens in Amberstad. De zin wordt alleen gelezen.
page-hides-not-understood = Deze zin is niet begrepen
page-hides-picture = { $label } in { $area } per niveau, { $period }
page-hides-fifth = In het vijfde deel met de grootste opgave: welk deel van alle mensen met deze opgave woont in de gebieden waar die het grootst is, samen een vijfde van de inwoners. Alleen bij een aandeel van mensen. Zonder verschillen is dat 20 %.
page-hides-other-way = Gebieden die de andere kant op gaan
page-hides-distance = Per domein wat het grote gebied ziet, en wat de kleine gebieden zien: dezelfde cijfers, dezelfde twee perioden. Waarom een cijfer veranderde, staat hier niet; het kan ook toeval zijn. Schattingen uit een model staan er niet bij: die laten geen verandering zien.
page-hides-table = { $label }: alle { $levels }
page-hides-links = Wat deze gemiddelden verbergen
# --- choose
help-choose = Kies gebieden volgens een geschreven regel, en zie wie ze bereiken en missen
help-choose-protocol = Het bestand met de regel
help-choose-json = Toon hetzelfde als JSON
help-choose-seed = Waar elke trekking begint, in plaats van wat de regel zegt
help-choose-replications = Hoe vaak er opnieuw gekozen wordt, in plaats van wat de regel zegt; 0 voor niet
help-choose-out = Schrijf een nota (.pdf, .docx of .xlsx)
help-choose-seal = Leg een keuze vast met alles waar ze op rust
help-choose-seal-protocol = Het bestand met de regel
help-choose-seal-out = Het dossier dat geschreven wordt (.json)
help-choose-seal-note = De nota ernaast (.pdf, .docx of .xlsx); zonder dit een .pdf met dezelfde naam
help-choose-desk = Open de werkbanken van de build op deze computer, met een formulier dat wijzigingen in het logboek schrijft
help-choose-desk-by = De rol die schrijft, zoals de secretaris
help-choose-desk-port = De poort; bij 0 een die vrij is
help-choose-change = Zet met de hand een gebied in een keuze of haal het eruit; het komt in het logboek
help-choose-change-protocol = Het bestand met de regel
help-choose-change-area = Code van een gebied, of een naam die maar één gebied heeft
help-choose-change-put_in = Zet het erin
help-choose-change-take_out = Haal het eruit
help-choose-change-reason = Waarom
help-choose-change-by = De rol die het zegt, zoals de wethouder
help-choose-change-date = De dag waarop het ingaat; zonder dit vandaag
help-choose-import = Leg gebieden die eerder gekozen zijn naast de keuze van een regel
help-choose-import-protocol = Het bestand met de regel
help-choose-import-areas = Codes (.csv, .txt) of vlakken (.geojson, .fgb, .gpkg)
help-choose-import-json = Toon hetzelfde als JSON
help-choose-verify = Zeg of een dossier nog is zoals het is vastgelegd
help-choose-verify-dossier = Het dossier
help-value-protocol = REGEL
help-value-dossier = DOSSIER
help-value-note = BESTAND
choose-not-by-area = De meeste opgaven liggen erbuiten: { $missed } % buiten de gekozen gebieden, { $reached } % erbinnen, waar { $inside } % van de inwoners woont. "Niet per gebied" is een mogelijk antwoord.
choose-by-area = { $reached } % van de opgaven ligt in de gekozen gebieden, { $missed } % erbuiten; { $inside } % van de inwoners woont erin.
choose-domains = Inwoners met een opgave, per domein
choose-domain = { $domain }: { $reached } erbinnen, { $missed } erbuiten; erbinnen ook { $other } inwoners die niet meetellen. Een keuze voor dit domein alleen bereikt er { $own }. Gebieden zonder cijfer: { $unknown }. { $rests }
choose-rests-share-of-people = Geteld als een deel van mensen, maal hun aantal.
choose-rests-residents-of-worst-part = Geteld als alle inwoners van de gebieden met een grote opgave.
choose-twice = Wie in twee domeinen een opgave heeft, telt in de som twee keer.
choose-place = { $name }: { $reached } % van de opgaven erbinnen, { $missed } % erbuiten; { $inside } % van de inwoners woont erin.
choose-city = Steden, zoals de regel ze noemt
choose-rural = Alle andere gemeenten
choose-areas = Gekozen gebieden: { $n }. Samen tellen ze voor { $objective }.
choose-area = { $residents } inwoners, telt voor { $counts }
choose-area-chance = { $residents } inwoners, telt voor { $counts }, kans om erin te zitten { $chance }
choose-set = Gebied { $number }: { $n } buurten of wijken die aan elkaar grenzen, { $residents } inwoners
choose-how-sure = Hoe zeker
choose-just-outside = Net erbuiten, met de grootste kans om erin te zitten:
choose-chance = Opnieuw gekozen: { $n } keer, met cijfers en methode zoals ze ook hadden kunnen zijn (seed { $seed }). De kans is het deel van de keren dat een gebied erin zat.
choose-chance-without = Opnieuw gekozen: { $n } keer, met cijfers en methode zoals ze ook hadden kunnen zijn (seed { $seed }). In { $without } daarvan paste niets in de regel. De kans is het deel van alle keren dat een gebied erin zat.
choose-unconnected = Als gebieden niet aan elkaar hoefden te grenzen, binnen hetzelfde aantal inwoners: { $sum }, dat is { $more } % meer.
choose-alternatives = { $n ->
        [0] Geen andere keuze gevonden die hooguit 2 % lager uitkomt en voor minstens 5 % van de inwoners anders is.
        [one] Eén andere keuze komt hooguit 2 % lager uit en is voor minstens 5 % van de inwoners anders.
       *[other] { $n } andere keuzes komen hooguit 2 % lager uit en zijn voor minstens 5 % van de inwoners anders.
    }
choose-in-all = Van de { $of } gekozen gebieden zitten er { $n } ook in al die andere keuzes.
choose-without-figure = Niet te kiezen, want niet elk cijfer dat telt is bekend: { $areas }
choose-hand-in = Met de hand erin gezet door { $by } op { $day }: { $area }, omdat: { $reason } (gebeurtenis { $event })
choose-hand-out = Met de hand eruit gehaald door { $by } op { $day }: { $area }, omdat: { $reason } (gebeurtenis { $event })
choose-without-changes = De regel alleen: { $reached } % van de opgaven erbinnen, { $missed } % erbuiten; { $inside } % van de inwoners woont erin.
choose-cut-no-line = Geen toets bij de rand van de lijst: geen enkele grens verdeelt de gebieden, want ze moeten aan elkaar grenzen of elke gemeente heeft een eigen aantal.
choose-imported = Wat eerder gekozen is: { $n } gebieden, samen { $sum }; de regel komt op { $rule }. { $differs } % van de inwoners woont in maar één van de twee.
choose-only-imported = Alleen eerder gekozen: { $areas }
choose-only-rule = Alleen door de regel gekozen: { $areas }
choose-not-looked-at = Niet meegeteld, want buiten de gemeenten van de regel: { $areas }
choose-import-without-figure = Wel eerder gekozen, maar zonder cijfer voor alles wat telt: { $areas }
choose-touched = { $touched } gebieden raken een vlak, maar liggen er met hun midden buiten; zij tellen niet mee.
note-subtitle = Nota bij een keuze van gebieden
note-rule = De regel
note-areas = Gekozen gebieden
note-changes = Met de hand, en waarom
note-no-changes = Niets is met de hand veranderd.
note-sign = Besluit
note-sign-role = Rol
note-sign-name = Naam
note-sign-day = Datum
note-sign-mark = Handtekening
note-sign-decides = Besluit
note-sign-checks = Heeft nagerekend
note-column-area = Gebied
note-column-residents = Inwoners
note-column-counts = Telt voor
note-column-chance = Kans erin
note-column-domain = Domein
note-column-reached = Erbinnen
note-column-missed = Erbuiten
note-column-own = Keuze voor dit domein alleen
note-build = Bouw { $build }, recept { $recipe }.
note-sealed = Dossier { $hash }.
note-foot = Dossier { $hash }
note-counts-burdened-residents = Wat telt: inwoners met een opgave, opgeteld over de domeinen.
note-counts-residents-of-areas = Wat telt: alle inwoners van gebieden waar genoeg opgaven samenkomen.
note-counts-indicator = Wat telt: de mensen van één indicator.
note-of-domains = Domeinen: { $domains }.
note-max-areas = Hooguit { $n } gebieden.
note-max-sets = Hooguit { $n } gebieden die elk één geheel zijn.
note-max-residents = Hooguit { $n } inwoners in totaal.
note-floor = Een gebied heeft minstens { $n } inwoners.
note-floor-set = Een geheel heeft minstens { $n } inwoners.
note-ceiling = Een gebied heeft hooguit { $n } inwoners.
note-ceiling-set = Een geheel heeft hooguit { $n } inwoners.
note-most-each = Hooguit { $n } per gemeente.
note-least-each = Minstens { $n } per gemeente die de regel noemt.
note-connected = Wat bij elkaar gekozen is, grenst aan elkaar.
note-not-connected = Gekozen gebieden hoeven niet aan elkaar te grenzen.
choose-proved = Geen andere keuze binnen deze regel telt voor meer.
choose-gap = Er kan een betere keuze zijn: hooguit { $bound }, dat is { $gap } % meer dan hier.
choose-put-in = Door de regel erin gezet: { $area }, omdat: { $reason }
choose-put-out = Door de regel erbuiten gelaten: { $area }, omdat: { $reason }
choose-no-chance = Niet gevraagd: de kans van elk gebied om gekozen te worden als cijfers een beetje anders zijn. Zet `replications = 1000` in de regel.
choose-rule-hash = De regel heeft hash { $hash }
choose-sealed = Vastgelegd in { $file }, hash { $hash }. Bewaar de hash ergens anders, bijvoorbeeld in de notulen.
choose-verified = { $file } is zoals het is vastgelegd, hash { $hash }. Vergelijk de hash met die ergens anders is bewaard.
choose-not-verified = { $file } is niet zoals het is vastgelegd: { $why }.
choose-fault-form = het is geen dossier, of het is in een andere vorm geschreven
choose-fault-hash = wat erin staat heeft niet de hash die het noemt
choose-fault-protocol = de regel erin heeft niet de hash die het noemt
choose-fault-sums = bereikt en gemist volgen niet uit de eigen cijfers
K0750 = de regel is niet te lezen: { $found }
    .hint = verbeter deze plek; docs/reference/choose.md noemt alle sleutels
    .explain = Een regel is een TOML-bestand. Er mist een sleutel, of een waarde heeft de verkeerde vorm.
K0751 = `{ $found }` is geen sleutel van een regel
    .hint = bedoelde je `{ $nearest }`?
    .explain = Door een verkeerd getypte sleutel zou een deel van de regel wegvallen zonder dat iemand het ziet. Daarom is elke onbekende sleutel een fout.
K0752 = versie { $found } van de regel is niet bekend
    .hint = schrijf `protocol = 1`
    .explain = Een regel zegt in welke versie van de taal hij geschreven is. Dit programma leest versie 1.
K0753 = recept `{ $found }` staat niet in deze werkmap
    .hint = bedoelde je `{ $nearest }`?
    .explain = Een regel kiest met de opgaven van een recept dat kapstok.toml noemt en dat gebouwd is.
K0754 = recept `{ $found }` bouwt een gepubliceerde index na, dus daarmee mag niet gekozen worden
    .hint = noem een eigen recept
    .explain = Zo'n recept mag een beschermd kenmerk van personen bevatten. Het dient om ons rekenwerk te controleren, nooit om te kiezen.
K0755 = de regel kiest op niveau `{ $found }`, het recept werkt op `{ $expected }`
    .hint = schrijf `level = "{ $expected }"`
    .explain = Opgaven worden op één niveau geteld. Er wordt gekozen uit de gebieden van dat niveau.
K0756 = het recept heeft geen domein `{ $found }`
    .hint = bedoelde je `{ $nearest }`?
    .explain = De domeinen die tellen, zijn die van het recept.
K0757 = `{ $key }` mist bij wat telt
    .hint = zet `{ $key }` onder `[counts]`
    .explain = Bij `indicator` hoort het id van een indicator, bij `residents-of-areas` het aantal opgaven.
K0758 = indicator `{ $found }` staat niet in deze werkmap
    .hint = bedoelde je `{ $nearest }`?
    .explain = Wat telt, moet een indicator zijn die gebouwd is.
K0759 = `{ $name }` meet een beschermd kenmerk ({ $trait }) en mag dus niet tellen in een keuze
    .hint = kies op een opgave, niet op wie mensen zijn
    .explain = Herkomst, geloof, geslacht en dergelijke zijn geen opgave, en geen reden om een gebied te kiezen.
K0760 = `{ $name }` is berekend uit { $inputs }, en dat telt ook mee
    .hint = laat een van de twee weg bij `domains`
    .explain = Een cijfer dat uit een ander cijfer is berekend, zegt hetzelfde nog eens. Samen tellen ze dubbel.
K0761 = de ondergrens ({ $floor }) ligt boven de bovengrens ({ $ceiling })
    .hint = wissel de twee om, of laat er een weg
    .explain = Geen gebied heeft minstens de ondergrens en hooguit de bovengrens.
K0762 = er is ruimte voor { $found } inwoners, minder dan de ondergrens van één gebied ({ $floor })
    .hint = verhoog het aantal inwoners, of verlaag de ondergrens
    .explain = Zo kan niet één gebied gekozen worden.
K0763 = de regel zegt niet hoeveel er gekozen mag worden
    .hint = schrijf `areas = 20` of `residents = 50000` onder `[budget]`
    .explain = Zonder grens is de beste keuze: alles.
K0764 = gebied `{ $found }` is niet bekend
    .hint = bedoelde je `{ $nearest }`?
    .explain = Gebieden staan in een regel met hun code; gemeenten met hun code of naam.
K0765 = er is geen reden gegeven voor `{ $found }`
    .hint = schrijf `reason = "..."`
    .explain = Wat iemand er met de hand in of uit zet, heeft een reden nodig die anderen kunnen lezen.
K0766 = `{ $key }` kan niet { $found } zijn
    .hint = schrijf een getal van 0 of meer; minstens 1 bij `min_burdens`
    .explain = Inwoners en opgaven worden geteld; met een negatief getal valt niets te tellen.
K0767 = `{ $found }` moet erin en moet erbuiten
    .hint = haal het uit een van de twee lijsten
    .explain = Geen keuze kan aan beide voldoen.
K0769 = `{ $found }` is geen deel van mensen die in deze werkmap geteld zijn
    .hint = kies een indicator van inwoners, of met een aantal mensen als `weighted_by`
    .explain = Een aantal mensen is een deel maal de mensen waar het een deel van is. Bij een deel van huishoudens, of zonder dat aantal, bestaat het niet.
K0770 = wat erin moet, past niet in de regel: `{ $rule }`
    .hint = verruim `{ $rule }`, of haal een gebied uit `[[in]]`
    .explain = De gebieden die de regel erin zet, gaan al over dit deel van de regel heen, of hebben geen cijfer dat getoond mag worden.
K0771 = `at_least_per_municipality` zegt niet van welke gemeenten
    .hint = noem ze bij `within` onder `[areas]`
    .explain = Elke genoemde gemeente krijgt minstens zoveel gebieden. Zonder namen zou het voor alle gemeenten van het land gelden.
K0772 = minstens { $found } per gemeente, voor { $n } gemeenten, past niet in de regel
    .hint = verhoog `areas` onder `[budget]` of `at_most_per_municipality`, of noem minder gemeenten
    .explain = Wat elke gemeente minstens krijgt, is samen al meer dan er gekozen mag worden, of meer dan één gemeente mag hebben.
K0773 = geen enkele keuze voldoet aan deze regel
    .hint = één van deze volstaat, en een kleinere stap niet: { $ways }; deze volstaan ook, misschien was minder genoeg: { $more }
    .explain = Bewezen is dat het niet kan. Bij elke regel staat een getal dat volstaat als alleen die regel verandert: eerst waar bewezen is dat een kleinere stap niet volstaat, dan waar dat niet bekend is. Staat er in beide niets (-), dan moet er meer dan één regel anders.
K0774 = niet bekend is welke gebieden aan elkaar grenzen
    .hint = geef het niveau een kaart in kapstok.toml, of schrijf `connected = "no"`
    .explain = Aaneengesloten kiezen kan alleen met de grenzen van de gebieden.
K0775 = er is geen keuze gevonden: { $found }
    .hint = verruim de ondergrens of de bovengrens, of noem minder gemeenten
    .explain = De zoektocht eindigde zonder keuze en zonder bewijs dat er geen is.
K0776 = recept `{ $found }` zegt niet wat er anders had kunnen zijn
    .hint = geef het recept een deel `[sure]`, of schrijf `replications = 0`
    .explain = Om de kans van een gebied te berekenen moet bekend zijn welke fouten de cijfers kunnen hebben. Dat staat in `[sure]` van het recept.
K0777 = `{ $found }` moet erin, maar ligt buiten de gemeenten van de regel
    .hint = noem zijn gemeente bij `within`, of haal het uit `[[in]]`
    .explain = Anders zou het gebied meetellen in de keuze en niet in wie er bereikt worden.
K0778 = de verandering van `{ $found }` van { $day } hoort bij een eerdere tekst van de regel
    .hint = leg haar opnieuw vast met `kapstok choose change`, als zij nog geldt
    .explain = Zij telt nog mee. Maar wie haar maakte, keek naar een andere regel.
K0779 = het logboek verandert de keuze voor `{ $found }`, en dat gebied is er niet meer
    .hint = leg vast welk gebied ervoor in de plaats komt
    .explain = Na een grenswijziging kan een code verdwijnen. De verandering telt dan niet.
K0780 = `{ $found }` heeft geen aantal inwoners dat getoond mag worden, en kan er niet in
    .hint = kies een groter gebied
    .explain = Gebieden met te weinig inwoners doen nergens aan mee, ook niet met de hand.
K0781 = regel `{ $name }` is er niet
    .hint = zet het bestand in de werkmap, of haal de naam uit `protocols`
    .explain = kapstok.toml noemt onder `protocols` de regels die bij elke bouw gekozen worden.
K0782 = twee regels heten `{ $id }`
    .hint = geef een van de twee een andere `id`
    .explain = Pagina's en het logboek noemen een keuze met de naam van zijn regel.
K0783 = recept `{ $found }` is veranderd sinds de laatste bouw
    .hint = typ `kapstok build`, en kies dan opnieuw
    .explain = De keuze komt uit de bouw, de kansen uit het recept. Die twee moeten bij elkaar horen.
K0784 = van { $n } van de { $of } rijen zijn de grenzen niet te lezen
    .hint = bekijk het bestand met `kapstok columns { $file }`
    .explain = Een rij zonder leesbare grenzen, of met punten buiten het stelsel van de kaart, bevat geen gebied.
K0785 = deze build heeft geen keuze om aan te werken
    .hint = noem een regel in kapstok.toml: `protocols = ["protocol.toml"]`, en bouw opnieuw
    .explain = De werkbank toont elke keuze die de build maakte met een regel onder `protocols`. Die is er niet.
K0786 = document `{ $name }` is er niet
    .hint = zet het bestand in de werkmap, of haal zijn `[[document]]` uit kapstok.toml
    .explain = kapstok.toml noemt onder `[[document]]` wat gevraagd en beloofd is. Elk stuk wordt bij een bouw gelezen, als er iets aan veranderd is.
K0787 = `{ $found }` kan geen id van een document zijn
    .hint = gebruik kleine letters, cijfers en streepjes, zoals `programma-2026`
    .explain = De id staat in het adres van zijn pagina's.
K0788 = `{ $found }` is geen document dat iets belooft
    .hint = bedoelde u `{ $nearest }`?
    .explain = `answered_by` noemt documenten met `kind = "agreement"`.
K0789 = het document is met twijfel gelezen: { $list }
    .hint = bekijk de twijfel in woorden: `kapstok read { $path }`
    .explain = Er kan iets van het document ontbreken, of verkeerd gelezen zijn. Zijn pagina zegt wat.
choose-cut-jumps = Beschermd kenmerk `{ $name }` springt bij de rand van de lijst: { $jump } hoger net erbinnen ({ $inside } gebieden erbinnen, { $outside } erbuiten, q { $q }). Vraag waarom.
choose-cut-none = Beschermd kenmerk `{ $name }`: geen duidelijke sprong bij de rand van de lijst ({ $jump }; { $inside } gebieden erbinnen, { $outside } erbuiten, q { $q }).
choose-cut-few = Beschermd kenmerk `{ $name }`: te weinig gebieden bij de rand van de lijst om iets te zeggen.
# --- workbench
workbench-nav = Kiezen
workbench-title = Gebieden kiezen
workbench-lede = Elke keuze hieronder is gemaakt door een geschreven regel. U ziet wie ze bereikt en wie ze mist, en u kunt andere gebieden proberen. Wat u probeert verandert niets aan wat is vastgelegd.
workbench-none-title = In deze bouw staat nog geen keuze
workbench-none = Schrijf een regel, noem hem in kapstok.toml en bouw opnieuw. Zo ziet u eerst wat een regel kiest:
workbench-kicker = Keuze volgens een geschreven regel · { $levels } · recept { $recipe }
workbench-nobody = Bij deze cijfers telt niemand mee: er is geen opgave om te bereiken of te missen.
workbench-unknown = Deze codes horen niet bij deze keuze en tellen niet mee: { $codes }.
workbench-rule = De regel in gewone woorden
workbench-hash = Hash van de regel:
workbench-rule-burdened-residents = Wat telt: inwoners met een opgave. Wie in meer domeinen een opgave heeft, telt in elk ervan.
workbench-rule-residents-of-areas = Wat telt: inwoners van gebieden waar genoeg opgaven samenkomen.
workbench-rule-indicator = Wat telt: de mensen van één cijfer.
workbench-rule-domains = Deze domeinen tellen: { $domains }.
workbench-rule-connected = De gekozen gebieden vormen groepen die aan elkaar grenzen.
workbench-rule-apart = De gekozen gebieden hoeven niet aan elkaar te grenzen.
workbench-rule-most-areas = Hooguit { $number } gekozen gebieden.
workbench-rule-most-sets = Hooguit { $number } groepen van gekozen gebieden.
workbench-rule-most-residents = Hooguit { $number } inwoners in alle gekozen gebieden samen.
workbench-rule-floor-areas = In elk gekozen gebied wonen ten minste { $number } mensen.
workbench-rule-floor-sets = In elke groep wonen ten minste { $number } mensen.
workbench-rule-ceiling-areas = In elk gekozen gebied wonen hooguit { $number } mensen.
workbench-rule-ceiling-sets = In elke groep wonen hooguit { $number } mensen.
workbench-rule-at-most-areas = Hooguit { $number } gekozen gebieden per gemeente.
workbench-rule-at-most-sets = Hooguit { $number } groepen per gemeente.
workbench-rule-at-least-areas = Ten minste { $number } gekozen gebieden in elke gemeente die de regel noemt.
workbench-rule-at-least-sets = Ten minste { $number } groepen in elke gemeente die de regel noemt.
workbench-rule-replications = De keuze is { $number } keer opnieuw gemaakt met cijfers zoals die ook hadden kunnen zijn (beginpunt { $seed }).
workbench-score = Wat deze keuze bereikt
workbench-areas = Gekozen gebieden
workbench-residents = Inwoners erin
workbench-residents-short = Inwoners
workbench-of = { $part } van { $whole } ({ $share } %)
workbench-counts = Telt voor
workbench-counts-short = Telt voor
workbench-objective = { $found }. De keuze van de regel telt voor { $rule }; geen keuze volgens de regel telt voor meer dan { $bound }.
workbench-differs = Anders dan de regel
workbench-col-domain = Domein
workbench-col-reached = Bereikt
workbench-col-missed = Gemist
workbench-col-share = Deel bereikt
workbench-col-area = Gebied
workbench-col-choice = Keuze
workbench-all = Samen
workbench-rests = Waarop dit per domein rust
workbench-broken = Past het in de regel?
workbench-fits = Ja, deze keuze past in de regel.
workbench-no-map = Of de gebieden aan elkaar grenzen is niet te zeggen: bij deze keuze hoort geen kaart.
workbench-broken-not-allowed = { $area }: dit gebied mag de regel niet kiezen.
workbench-broken-ruled-out = { $area }: de regel laat dit gebied erbuiten.
workbench-broken-ruled-in = { $area }: de regel zet dit gebied erin, en hier staat het erbuiten.
workbench-broken-many-areas = Te veel gebieden: { $found }, en hooguit { $limit } mag.
workbench-broken-many-sets = De gebieden hangen niet genoeg samen: het zijn { $found } groepen, en hooguit { $limit } mag.
workbench-broken-residents = Te veel inwoners: { $found }, en hooguit { $limit } mag.
workbench-broken-floor = { $area }: { $found } inwoners, en ten minste { $limit } moet.
workbench-broken-ceiling = { $area }: { $found } inwoners, en hooguit { $limit } mag.
workbench-broken-at-most-areas = { $area }: { $found } gebieden in deze gemeente, en hooguit { $limit } mag.
workbench-broken-at-most-sets = { $area }: { $found } groepen in deze gemeente, en hooguit { $limit } mag.
workbench-broken-at-least-areas = { $area }: { $found } gebieden in deze gemeente, en ten minste { $limit } moet.
workbench-broken-at-least-sets = { $area }: { $found } groepen in deze gemeente, en ten minste { $limit } moet.
workbench-changes = Verschillen met de keuze van de regel
workbench-same = Geen: dit zijn de gebieden die de regel koos.
workbench-added = Erbij: { $area }
workbench-removed = Eruit: { $area }
workbench-on-record = Deze pagina legt niets vast. Wie een gebied met de hand toevoegt of weghaalt, zegt als wie en waarom, met de opdracht hierboven.
workbench-list = Gebieden
workbench-list-caption = { $levels } die de regel bekijkt, met een vinkje bij wat gekozen is; wat het meest voor de regel telt staat eerst
workbench-order = Gebieden die het meest voor de regel tellen staan eerst. Dat zegt niets over hoe goed het ergens is.
workbench-bars = Wat laten de balken en de kaart zien?
workbench-map = Op de kaart
workbench-record = In het logboek
workbench-record-none = Nog geen wijziging van deze keuze staat in het logboek.
workbench-record-in = { $day }: { $by } zette { $area } erin (gebeurtenis { $event }). Reden: { $reason }
workbench-record-out = { $day }: { $by } haalde { $area } eruit (gebeurtenis { $event }). Reden: { $reason }
workbench-record-other = Dit gebeurde bij een andere tekst van de regel.
workbench-record-later = Later is anders besloten.
workbench-record-again = Later is dat opnieuw besloten.
workbench-record-show = Toon de keuze met deze wijzigingen
workbench-desk = Schrijf een wijziging op
workbench-desk-role = U schrijft als { $role }. Wat u opschrijft krijgt de dag van vandaag en blijft in het logboek staan.
workbench-desk-area = Gebied (code of naam)
workbench-desk-in = erin
workbench-desk-out = eruit
workbench-desk-reason = Waarom?
workbench-desk-write = Schrijf in het logboek
workbench-desk-take = Neem over in het formulier
workbench-map-list = Wat gekozen is heeft een dikke rand. Hieronder staan dezelfde gebieden in een lijst.
workbench-map-click = Wat gekozen is heeft een dikke rand. Klik op een gebied om het erin te zetten of eruit te halen. In de lijst hieronder kan dat ook met het toetsenbord.
workbench-class-people = { $from } tot { $to } mensen
workbench-class-percent = { $from } tot { $to } %
workbench-class-none = geen cijfer
workbench-class-in = gekozen
workbench-bars-counts = Waarde: voor hoeveel mensen het gebied telt
workbench-bars-chance = Kans: hoe vaak het erin kwam als cijfers iets anders waren
workbench-bars-sure = Zekerheid: hoe vaak de uitkomst voor dit gebied dezelfde was
workbench-chance = Kans om erin te zijn
workbench-sure = Hoe zeker
workbench-burdens = Inwoners met een opgave
workbench-large = grote opgave
workbench-note-rule = gekozen door de regel
workbench-note-in = door de regel erin gezet
workbench-note-out = door de regel erbuiten gelaten
workbench-note-not-allowed = mag de regel niet kiezen
workbench-figures = cijfers
workbench-count = Reken uit
workbench-back = Terug naar de keuze van de regel
workbench-undo = Maak ongedaan
workbench-redo = Doe opnieuw
workbench-keys = Spatie zet een vinkje of haalt het weg. Ctrl+Z maakt ongedaan, Ctrl+Y doet opnieuw.
workbench-left-out = Nog { $number } gebieden tellen voor minder en staan niet in deze lijst; hun inwoners tellen mee als gemist.
workbench-more = Een ander gebied erbij, met zijn code
workbench-said-in = Erbij: { $area }. { $line } { $rule }
workbench-said-out = Eruit: { $area }. { $line } { $rule }
workbench-said-undone = Teruggezet. { $line } { $rule }
workbench-said-shown = Nu te zien: { $name }. { $line } { $rule }
workbench-said-breaks = Punten die niet in de regel passen: { $number }.
workbench-gap = Hoe groot is het verschil tussen deze gebieden en alle andere?
workbench-scenarios = Keuzes naast elkaar
workbench-scenarios-caption = Keuzes naast elkaar: gebieden, inwoners, bereikt en gemist
workbench-scenario-rule = De keuze van de regel
workbench-scenario-current = De keuze op deze pagina
workbench-scenario-other = Bijna even goed, nummer { $number }
workbench-scenario-unconnected = De beste keuze als gebieden niet aan elkaar hoeven te grenzen
workbench-both = { $reached } / { $missed }
workbench-both-hint = Per domein: bereikt / gemist.
workbench-save-name = Naam
workbench-save-note = Opmerking
workbench-save = Bewaar deze keuze
workbench-save-hint = Wat u bewaart blijft op deze computer, in deze browser. Niemand anders ziet het.
workbench-saved = Bewaard op deze computer: { $name }.
workbench-not-saved = Niet bewaard: deze browser staat het niet toe.
workbench-deleted = Verwijderd van deze computer: { $name }.
workbench-gone = Codes die hier niet meer bestaan: { $number }.
workbench-show = Laat zien: { $name }
workbench-delete = Verwijder: { $name }
workbench-unnamed = Keuze { $number }
workbench-paper-areas = Gekozen gebieden
workbench-build = Bouw { $build }, { $program }. Nieuwste bron opgehaald: { $date }.
workbench-sign = Naam, rol, datum en handtekening:
# --- ranking
ranking-nav = Ranglijst
ranking-title = Ranglijst
ranking-kicker = { $levels } · { $within } · recept { $recipe }
ranking-sentence = { $number } { $levels } op volgorde van hun opgave: rang 1 is de grootste opgave. Een rang zegt niets over de mensen die er wonen.
ranking-overlap = Rangen overlappen: van gebieden waarvan de balken elkaar deels bedekken, is niet te zeggen welk gebied de grootste opgave heeft.
ranking-sure = De balk loopt van de ene tot de andere kant van { $level } % van { $number } trekkingen.
ranking-left-out = Gebieden die niet in de lijst staan: { $number }, met minder dan { $min } inwoners of zonder genoeg cijfers.
ranking-recipes = Rekenrecept
ranking-order = { $levels }, { $within }: rij { $from } tot en met { $to } van { $number }, gesorteerd op { $by }.
ranking-by-rank = rang, de grootste opgave eerst
ranking-by-burdens = aantal opgaven, de meeste eerst
ranking-by-name = naam
ranking-by-residents = inwoners, de meeste eerst
ranking-col-rank = Rang
ranking-col-burdens = Opgaven
ranking-between = { $lower } tot { $upper } (met deze cijfers { $value })
ranking-burdens = { $number } van { $known }
ranking-burden = opgave
ranking-no-burden = geen
ranking-unknown = onbekend
ranking-relax = In { $within } heeft geen gebied een rang. Laat de gemeente weg.
ranking-relax-link = Zoek overal
ranking-caption = gesorteerd op { $by }, { $number } rijen
ranking-col-change = Echt veranderd
ranking-change = { $worse } ongunstiger, { $better } gunstiger, van { $known }
ranking-change-none = geen, van { $known }
ranking-change-unknown = niet te zeggen
ranking-change-note = ‘Echt veranderd’ telt de cijfers die per domein spreken: bij hoeveel is de verandering, van de eerste naar de laatste periode, met 95 % zekerheid meer dan toeval? Elk cijfer is apart bekeken, dus van twintig die gelijk bleven lijkt er gemiddeld één toch veranderd. Hoe rangen vroeger waren, is niet bekend.
ranking-gap = Hoe groot is het verschil, en wordt het kleiner?
ranking-picks = Met de aangevinkte rijen van deze bladzijde
ranking-pick = Kies
ranking-pick-gap = Verschil met alle andere
ranking-pick-compare = Zet twee of drie naast elkaar
ranking-pick-choose = Houd tegen de regel ‘{ $choice }’

page-gap-nav = Verschil
page-gap-title = Verschil
page-gap-lede = Hoe groot is het verschil tussen gekozen gebieden en alle andere, en wordt het kleiner? Kies eerst gebieden.
page-gap-kicker = { $name }: { $number } { $levels }, naast alle andere
page-gap-all-in = alle { $levels } in { $area }
page-gap-own = zelf gekozen
page-gap-own-more = zelf gekozen erbij
page-gap-few = Gebieden met minder dan { $min } inwoners doen niet mee, ook niet als hun code in het adres staat.
page-gap-unknown = Deze codes zijn niet bekend: { $codes }.
page-gap-other-level = Deze gebieden zijn groter of kleiner dan de meeste die u koos, en doen niet mee: { $codes }.
page-gap-suggestions = Om mee te beginnen
page-gap-suggested-choice = gekozen door een geschreven regel
page-gap-suggested-municipality = een van de gemeenten met de meeste inwoners
page-gap-against = Tegen wie
page-gap-period = Periode
page-gap-col-chosen = Gekozen
page-gap-col-others = Andere
page-gap-col-difference = Verschil
page-gap-col-times = Keer
page-gap-col-outcome = Uitkomst
page-gap-counted = { $chosen } naast { $others } gebieden; { $missing } zonder cijfer
page-gap-weighted-residents = Elk gebied telt mee naar zijn inwoners.
page-gap-weighted = Elk gebied telt mee naar: { $label }.
page-gap-interval = Tussen haakjes: waar het verschil met 95 % zekerheid ligt. Bij een aandeel is het verschil in procentpunten.
page-gap-periods = Hoe het verschil door de jaren ging
page-gap-picture = Het verschil was { $first } in { $from } en { $last } in { $to }.
page-gap-picture-one = Het verschil was { $first } in { $from }.
page-gap-picture-caption = De lijn op nul is: geen verschil. Een staande streep is het interval van 95 %.
page-gap-trend-many = Bij meer dan { $most } gekozen gebieden rekent deze pagina niet uit of ze uiteenlopen met de andere. De opdracht ‘kapstok gap’ doet dat wel.
page-gap-scale = Op welke schaal ligt het verschil?
page-gap-hides = Wat het gemiddelde van { $area } verbergt
page-gap-figures = Andere cijfers van dezelfde gebieden
page-gap-figures-caption = { $name } naast alle andere gebieden: één cijfer per domein
page-gap-rule = Een verschil zegt niet waardoor het komt.
page-gap-choose-title = Kies gebieden
page-gap-chosen = Gekozen: { $number } { $levels }
page-gap-list = De gekozen gebieden
page-gap-more = Een gebied erbij, met zijn code
page-gap-button = Reken uit
page-gap-compare = Zet deze gebieden naast elkaar
page-gap-choose = Houd deze gebieden tegen de regel ‘{ $choice }’

gap-card-against-rest = in alle andere gebieden
gap-card-against-municipality = in de andere gebieden van dezelfde gemeenten
gap-card-against-matched = in gebieden die erop lijken
gap-card-times = In de gekozen gebieden is ‘{ $label }’ { $ratio } keer zo hoog als { $against } ({ $level } %: { $ratio-lower } tot { $ratio-upper }): { $chosen } naast { $others }, in { $period }. Het verschil is { $difference }{ $points ->
    [yes] {" "}procentpunt
   *[other] {""}
} ({ $level } %: { $lower } tot { $upper }).
gap-card-apart = In de gekozen gebieden is ‘{ $label }’ { $chosen }, en { $others } { $against }: een verschil van { $difference }{ $points ->
    [yes] {" "}procentpunt
   *[other] {""}
} ({ $level } %: { $lower } tot { $upper }), in { $period }.
gap-card-unsure = In de gekozen gebieden is ‘{ $label }’ { $chosen }, en { $others } { $against }, in { $period }. Hoe zeker dat verschil is, is niet te zeggen: { $reason }.
gap-card-none = Over ‘{ $label }’ is hier in { $period } niets te zeggen: { $reason }.
gap-card-outcome-higher = Dat is meer dan toeval.
gap-card-outcome-similar = Dat kan toeval zijn: een echt verschil is niet gezien.
gap-card-outcome-lower = Dat is meer dan toeval.
gap-card-trend = Van { $from } tot { $to } veranderde het cijfer per jaar met { $chosen } in de gekozen gebieden en met { $others } in de andere. Na correctie voor waar zij begonnen scheelt dat { $difference } per jaar (95 %: { $lower } tot { $upper }). Uitkomst voor de gekozen gebieden: { $outcome }.
gap-card-no-trend = Of de gebieden uiteenlopen, is niet te zeggen: { $reason }.
# --- documenten lezen
K0800 = dit is geen document dat gelezen kan worden
    .hint = geef een PDF, een document van Word of LibreOffice, een webpagina of een tekstbestand
    .explain = De soort blijkt uit de inhoud van het bestand, niet uit de naam. Sla een oud Word-document (.doc) eerst op als .docx.
K0801 = te groot: meer dan { $limit } { $what ->
        [bytes] bytes
        [pages] bladzijden
        [steps] stappen
        [unpacked-bytes] uitgepakte bytes
        [text-bytes] bytes tekst
        [depth] lagen in elkaar
        [rows] rijen in een tabel
        [columns] kolommen in een tabel
        [lines] regels of alinea's
        [cells] cellen in tabellen
       *[other] { $what }
    }
    .hint = deel het document op in kleinere bestanden
    .explain = Een bestand kan zo gemaakt zijn dat lezen geen einde heeft. Daarom is er een grens aan het werk voor één document.
K0802 = het document is beschadigd: { $found }
    .hint = haal het bestand opnieuw op, of open het en sla het opnieuw op
    .explain = Het bestand is afgebroken, of het is anders gebouwd dan de regels voor zo'n bestand zeggen.
K0803 = het document is beveiligd met een wachtwoord
    .hint = open het met het wachtwoord en bewaar een kopie zonder
    .explain = Zonder wachtwoord is niet te zien wat erin staat. Een wachtwoord vragen wij niet.
K0804 = het document heeft geen tekst, alleen afbeeldingen ({ $pages ->
        [one] 1 bladzijde
       *[other] { $pages } bladzijden
    })
    .hint = vraag het document met tekst op, of maak met een ander programma tekst van de afbeeldingen
    .explain = Dit is een scan. Zoeken zou niets vinden, en dat betekent niet dat er niets in staat.
K0805 = van { $signs } tekens zijn er { $unreadable } niet te lezen
    .hint = vraag een andere versie van het document op, of druk het opnieuw af naar PDF
    .explain = Op het scherm staan letters, maar het bestand zegt niet welke. Zoeken zou niets vinden.
K0806 = het document heeft een eigen verklaring: `{ $found }`
    .hint = open het in een tekstverwerker en sla het opnieuw op
    .explain = Met zulke verklaringen worden een paar bytes er miljarden. Een document uit een tekstverwerker heeft ze niet.
K0807 = het document is leeg
    .hint = kijk of het het goede bestand is
    .explain = Er staat geen tekst in, en ook geen afbeelding.
K0808 = bladzijden zonder tekst: { $pages }
    .hint = bekijk deze bladzijden zelf
    .explain = Daar staan alleen afbeeldingen, of niets. Wat daar staat is niet doorzocht.
K0809 = { $signs } tekens zijn niet te lezen, op bladzijde { $pages }
    .hint = vergelijk deze bladzijden met het document
    .explain = Het bestand zegt niet welke letters het zijn. Woorden met zo'n teken worden niet gevonden.
K0810 = { $signs } onzichtbare afbreekstreepjes zijn weggelaten
    .hint = u hoeft niets te doen
    .explain = Zulke streepjes staan midden in een woord. Wie ernaar zoekt, vindt het woord anders niet.
K0811 = { $signs } tekens lopen niet van links naar rechts, en zijn niet gelezen
    .hint = bekijk het document zelf op gedraaide tekst
    .explain = Het gaat vaak om tekst in de kantlijn of in een liggende tabel.
K0812 = { $parts } delen van de webpagina zijn programma, en zijn niet gelezen
    .hint = bewaar de pagina zoals u haar ziet, bijvoorbeeld als PDF
    .explain = Wat een programma later op de pagina zet, staat niet in het bestand.
K0813 = de tekst is gelezen als { $used }
    .hint = sla het bestand op als UTF-8 als er vreemde tekens in staan
    .explain = De bytes zijn geen UTF-8. Dan is de oude tekenset van Windows het waarschijnlijkst.
K0814 = van { $words } woorden zijn er { $common } gangbaar in de taal van het recept
    .hint = kies een recept voor de taal van het document
    .explain = Staat het document wel in die taal, dan betekenen de tekens in het bestand iets anders dan ze tonen.
K0815 = de inhoudsopgave noemt `{ $title }`, en die kop is niet gevonden
    .hint = zoek de kop in het document
    .explain = De kop is anders gespeld dan in de inhoudsopgave, of staat op een andere bladzijde. Zinnen eronder horen nu bij de kop ervoor.
K0816 = het leesrecept is niet te lezen: { $found }
    .hint = vergelijk het met een recept in recipes/read-nl-coalition
    .explain = Een leesrecept is een bestand in TOML. Een onbekende of ontbrekende sleutel is een fout, zodat een tikfout niet stil blijft.
K0817 = versie { $found } van de taal van leesrecepten is niet bekend
    .hint = typ `read = 1`
    .explain = De eerste regel zegt in welke versie het leesrecept is geschreven. Dit programma kent versie 1.
K0818 = `{ $found }` kan hier niet staan
    .hint = kijk in de documentatie wat deze sleutel mag zijn
    .explain = Een afkorting eindigt op een punt; een teken voor een opsomming is geen letter; een kopregel heeft letters, met # voor een getal.
K0819 = `{ $found }` staat er twee keer
    .hint = haal er één weg
    .explain = Staat een woord in twee lijsten, dan is niet te zeggen welke geldt.

# Lezen: kapstok read
help-read = Lees wat een document vraagt en belooft, per domein of per gebied, met welk geld
help-read-document = Het document: PDF, Word, OpenDocument, een webpagina of tekst
help-read-recipe = Een leesrecept: het bestand, de map of de naam; zonder dit het recept waarvan de taal het best past
help-read-json = Toon hetzelfde als JSON
help-read-out = Schrijf elke uitspraak met haar plaats (.jsonl of .csv)
help-read-rows = Toon alles wat gelezen is als JSON: tekst, uitspraken, ladders, tabellen, woorden
help-read-count = Tel hoe vaak een woord er staat, waar, en wat niet is meegeteld
help-read-count-document = Het document
help-read-count-word = Een woord of patroon, zoals wijk*
help-read-count-recipe = Een leesrecept: het bestand, de map of de naam
help-read-count-json = Toon hetzelfde als JSON
help-read-ladder = Zoek bij elke uitspraak het geld dat het dichtst bij staat
help-read-ladder-document = Het document
help-read-ladder-page = Alleen uitspraken op deze gedrukte bladzijde
help-read-ladder-by_area = Alleen uitspraken die over een gebied gaan
help-read-ladder-recipe = Een leesrecept: het bestand, de map of de naam
help-read-ladder-json = Toon hetzelfde als JSON
help-read-tables = Reken na of de rijen van tabellen optellen
help-read-tables-document = Het document
help-read-tables-recipe = Een leesrecept: het bestand, de map of de naam
help-read-tables-json = Toon hetzelfde als JSON
help-read-answer = Leg wat gevraagd is naast wat beloofd is
help-read-answer-ask = Het manifest, de motie of de petitie
help-read-answer-agreement = Het akkoord of programma
help-read-answer-recipe = Een leesrecept: het bestand, de map of de naam
help-read-answer-json = Toon hetzelfde als JSON
help-read-compare = Leg twee documenten naast elkaar, per 10.000 woorden
help-read-compare-first = Het eerste document
help-read-compare-second = Het tweede document
help-read-compare-word = Een woord om ook te vergelijken; mag vaker
help-read-compare-recipe = Een leesrecept: het bestand, de map of de naam
help-read-compare-json = Toon hetzelfde als JSON
help-read-claims = Leg wat anderen over een document zeggen naast dat document
help-read-claims-document = Het document
help-read-claims-claims = Het bestand met de beweringen (.toml)
help-read-claims-recipe = Een leesrecept: het bestand, de map of de naam
help-read-claims-json = Toon hetzelfde als JSON
help-read-eval = Meet hoe goed een recept het doet op zinnen die mensen hebben gemerkt
help-read-eval-gold = De gemerkte zinnen (.jsonl)
help-read-eval-document = Het document waar zij in staan; zonder dit worden zij los gelezen
help-read-eval-recipe = Een leesrecept: het bestand, de map of de naam
help-read-eval-json = Toon hetzelfde als JSON
help-value-document = DOCUMENT
help-value-word = WOORD
help-value-page = BLADZIJDE
help-value-ask = DOCUMENT
help-value-agreement = DOCUMENT
help-value-first = DOCUMENT
help-value-second = DOCUMENT
help-value-claims = BESTAND
help-value-gold = BESTAND

K0850 = het document kost te veel tijd: na { $seconds } seconden werk was het nog niet gelezen
    .hint = splits het document, of sla het opnieuw op als PDF
    .explain = Een bestand kan zo gemaakt zijn dat lezen geen einde heeft. Daarom leest een apart proces, dat na deze tijd stopt.
K0851 = het document is niet te lezen: het proces dat las, is gestopt
    .hint = open het document, sla het opnieuw op, en probeer het nog eens
    .explain = Het document vroeg meer geheugen dan mag, of het is zo gebouwd dat de lezer vastliep. Verder is er niets gebeurd.
K0852 = geen leesrecept heet `{ $found }`
    .hint = typ { $known }, of het pad van een eigen recept
    .explain = Een leesrecept zegt welke woorden tellen. Twee zitten in het programma; een eigen recept is een bestand of een map met recipe.toml.
K0853 = regel { $row } is geen gemerkte zin: { $found }
    .hint = elke regel is één JSON-object met id, sentence, is_commitment en area_framed
    .explain = De vorm van gemerkte zinnen staat in docs/reference/read.md.
K0854 = op gedrukte bladzijde `{ $found }` staat geen uitspraak
    .hint = typ het nummer zoals het op de bladzijde staat
    .explain = Nummers op papier verschillen vaak van de nummers in het bestand.
K0855 = `{ $found }` is geen patroon
    .hint = typ een woord, of een woord met een sterretje, zoals wijk*
    .explain = Een patroon heeft ten minste een woord. Een sterretje staat voor andere letters, twee punten voor woorden ertussen.

# Wat kapstok read toont
read-at = blz. { $page }, { $section }
read-at-file = bladzijde { $page } van het bestand, { $section }
read-head = { $name }: { $pages ->
        [one] 1 bladzijde
       *[other] { $pages } bladzijden
    }, { $sentences ->
        [one] 1 zin
       *[other] { $sentences } zinnen
    }, { $words } woorden; recept { $recipe }
    Bladzijden zonder tekst: { $blank }. Tabellen met rijen en kolommen: { $read } van { $tables }. Voetnoten: { $notes }, wel doorzocht op woorden, niet op toezeggingen.
read-column-chapter = Hoofdstuk
read-column-sentences = zinnen
read-column-area = per gebied
read-column-commitments = toezeggingen
read-column-targets = doelen
read-column-amounts = bedragen
read-by-area = Zinnen over een gebied: { $n }
read-aims-T3 = Doelen met een getal en een termijn: { $n }
read-aims-T2 = Doelen met een getal, zonder termijn: { $n }
read-aims-parameters = Getallen van een regeling, die geen doel zijn: { $n }
read-aims-facts = Getallen over hoe het is, die geen doel zijn: { $n }
read-doubles = Geld dat misschien twee keer genoemd is:
read-written = { $n ->
        [one] 1 zin staat
       *[other] { $n } zinnen staan
    } in { $path }
read-table = Tabel op blz. { $page }: { $equal } sommen kloppen, { $different } niet, { $open } niet na te rekenen
read-no-tables = Geen tabel waarvan het recept zegt welke rijen optellen.
read-check-different = { $row }, { $column }: er staat { $printed }, de rijen geven { $computed }
read-check-not-checked = { $row }, { $column }: niet na te rekenen; er staat { $printed }
read-rung-sentence = zin
read-rung-item = alinea of punt
read-rung-heading = kop
read-rung-chapter = hoofdstuk
read-rung-annex-row = rij van de bijlage
read-rung-none = geen geld gevonden
read-tie-earmarked = genoemd bij dit geld
read-tie-policy = voor het beleid waar dit onder valt
read-tie-shared = gedeeld met ander beleid
read-no-money = geen bedrag
read-pages-of-file = Het document drukt geen bladzijdenummers af. Dit is de bladzijde van het bestand.
read-ladder-none = Geen zin noemt hier een gebied, dus er is geen ladder te tonen.
read-lowest = Laagste trede met geld: { $rung }
read-ladder-left-out = Dit hoofdstuk heeft zeer veel bedragen: { $n } die verder weg staan, zijn niet naast de uitspraak gelegd
read-count = `{ $word }`: { $n } keer in { $words } woorden ({ $rate } per 10.000)
read-count-near = Verwante vormen, niet meegeteld:
read-count-form = { $form }: { $n } keer ({ $reason })
read-count-excluded = Niet meegeteld, omdat het iets anders is: { $n }
read-count-rule = { $form } ({ $rule }), { $place }
read-near-elliptic = deel weggelaten
read-near-spelling = anders geschreven
read-near-linked = zelfde delen, anders verbonden
read-near-between = met een deel ertussen
read-near-holds = langer woord waar het in staat
read-near-letters = een of twee letters anders
read-eval = { $n } gemerkte zinnen, recept { $recipe }
read-eval-marked-by = { $n ->
    [one] Gemerkt door één beoordelaar: hoever twee het eens zouden zijn, is niet bekend. Bestand { $sha256 }
   *[other] Gemerkt door { $n } beoordelaars. Bestand { $sha256 }
 }
read-eval-not-found = Niet teruggevonden: { $n } ({ $ids })
read-eval-task = { $task }: gemerkt { $marked }, gezegd { $said }, beide { $both }; precisie { $precision } ({ $precision_interval }), vangst { $recall } ({ $recall_interval }), F1 { $f1 }
read-eval-more = Alle domeinen goed: { $exact } zinnen. Doelen geheel goed: { $whole } van { $marked }. Sterkte goed: { $right } van { $both }. Schaal goed: { $same_scale } van { $of_scale }.
    Tussen haakjes het exacte interval van 95 %. Zegt niets over andere documenten.
read-task-commitment = toezegging
read-task-target = doel
read-task-money = geld
read-task-area = gebied
read-task-domains = domeinen
read-answers = { $n ->
        [one] 1 vraag
       *[other] { $n } vragen
    }: { $taken_up } overgenomen, { $partly } deels, { $elsewhere } elders, { $not_found } niet gevonden
read-verdict-taken-up = Overgenomen
read-verdict-partly = Deels overgenomen
read-verdict-elsewhere = Elders genoemd
read-verdict-not-found = Niet gevonden
read-verdict-rejected = Voorstel afgewezen
read-asked = Gevraagd
read-nearest = Wat er het dichtst bij komt:
read-rules-propose = Regels stellen dit voor; een mens beslist.
read-remark-no-money = er staat geen bedrag bij
read-remark-less-money = minder geld dan gevraagd
read-remark-other-money = geld per jaar waar een totaal is gevraagd, of andersom: niet vergeleken
read-remark-no-term = zonder termijn
read-remark-later-term = later: gevraagd { $asked }, hier { $given }
read-remark-other-term = een tijdsduur naast een jaar, niet vergeleken: gevraagd { $asked }, hier { $given }
read-remark-no-number = het gevraagde aantal staat er niet: { $asked }
read-remark-other-number = een ander aantal: gevraagd { $asked }, hier { $given }
read-remark-fewer-places = minder plaatsen: gevraagd { $asked }, hier { $given }
read-remark-no-action = wil ernaar kijken, niet doen: { $given }
read-remark-other-place = voor een andere plaats: { $given }
read-remark-other-scale = voor een ander soort gebied: { $given }
read-remark-no-area = voor iedereen, niet per gebied
read-remark-other-domain = voor een ander domein
read-remark-denied = hier ontkend: { $given }
read-remark-given = de vraag wil het niet ({ $asked }), en hier komt het wel
read-remark-opposite = het omgekeerde: gevraagd { $asked }, hier { $given }
read-unmet = woorden van de vraag die hier niet staan: { $words }
read-compared = { $name }: { $words } woorden, { $sentences } zinnen, { $pages } bladzijden ({ $blank } zonder tekst)
read-compare-words = Gevraagde woorden
read-compare-keys = Woorden van het recept
read-compare-framing = Zinnen over een gebied, naar schaal
read-compare-domains = Zinnen per domein
read-compare-first = Woorden die het eerste vaker gebruikt
read-compare-second = Woorden die het tweede vaker gebruikt
read-compare-line = { $what }: { $first } tegen { $second }; per 10.000 woorden { $first_rate } tegen { $second_rate } (verhouding tussen { $lower } en { $upper })
K0856 = de documenten zijn met twee recepten gelezen: { $first } en { $second }
    .hint = typ --recipe { $first } of --recipe { $second }; geef in een werkmap het document dat vraagt een recept
    .explain = Een recept zegt welke woorden tellen. Met twee recepten wordt aan elk document iets anders gevraagd, en zijn de antwoorden niet te vergelijken.
K0820 = alle tekst is gedraaid ({ $signs } tekens), en is niet gelezen
    .hint = draai de bladzijden met een ander programma en bewaar het document opnieuw
    .explain = Er staat wel tekst in het document, maar overeind of op zijn kop. Zoeken zou niets vinden.
K0821 = het document heeft geen tekst; de letters zijn misschien getekend ({ $pages ->
        [one] 1 bladzijde
       *[other] { $pages } bladzijden
    })
    .hint = vraag het document met tekst op, of maak met een ander programma tekst van de bladzijden
    .explain = Wat op het scherm letters zijn, zijn in het bestand losse vormen. Zoeken zou niets vinden, en dat betekent niet dat er niets in staat.
K0822 = het document is beveiligd op een manier die hier niet gelezen wordt
    .hint = open het met het programma waarmee het is gemaakt en bewaar een kopie zonder beveiliging
    .explain = Dit is meer dan een wachtwoord. Zonder het programma of het certificaat dat erbij hoort, is niet te zien wat erin staat.
K0823 = bladzijden met alleen gedraaide tekst: { $pages }
    .hint = bekijk deze bladzijden zelf
    .explain = Daar staat wel tekst, maar overeind of op zijn kop, zoals in een liggende tabel. Zij is niet gelezen en niet doorzocht.
K0880 = de PDF is afgebroken: het einde ontbreekt
    .hint = haal het bestand opnieuw en in zijn geheel op, of vraag om een ander exemplaar
    .explain = De laatste regel van een PDF zegt waar alle bladzijden zijn. Zonder die regel kan niet gezocht worden in wat achter de breuk stond, en zegt het niets als er niets gevonden wordt.
K0881 = de PDF is beschadigd: van de { $pages } bladzijden ontbreken er { $lost } in het bestand
    .hint = haal het bestand opnieuw en in zijn geheel op, of vraag om een ander exemplaar
    .explain = Het bestand noemt deze bladzijden of hun inhoud, en heeft ze niet. Er ontbreekt zoveel dat zoeken in de rest zou misleiden.
K0882 = de PDF is beschadigd: van de { $pages } bladzijden ontbreken er { $lost } in het bestand; daarin is niet gezocht
    .hint = haal het bestand opnieuw en in zijn geheel op; zeg tot dan van niets dat het er niet staat
    .explain = Het bestand noemt deze bladzijden of hun inhoud, en heeft ze niet. Wat niet gevonden wordt, kan daar staan.
K0883 = het bestand is leeg: het heeft 0 bytes
    .hint = haal het bestand opnieuw op; het downloaden of kopiëren is mislukt
    .explain = Een leeg bestand is geen document zonder tekst: er is niets van het document.
K0884 = de twee bestanden staan verkeerd om: dit is het document, en in `{ $claims }` staan de beweringen
    .hint = typ kapstok read claims { $document } { $claims }
    .explain = Het eerste bestand is het document, het tweede zijn de beweringen erover.
K0885 = dit is geen bestand met beweringen: het is geen tekst
    .hint = geef eerst het document en dan de beweringen, zoals in kapstok read claims PLAN.pdf BEWERINGEN.toml
    .explain = Een bestand met beweringen is een bestand in TOML, zoals recipes/read-nl-coalition/claims-essay.toml.
read-claim-true = klopt
read-claim-true-but-incomplete = klopt, maar is niet volledig
read-claim-differs = in het document staat iets anders
read-claim-not-found = het document zegt er niets over
read-claim-not-tested = niet nagegaan
read-claim-says = het document geeft: { $found }
read-claim-claimed = gevonden
read-claim-instead = in plaats daarvan
read-claim-beside = staat ernaast
read-claim-more = en { $n } andere

K0840 = het bestand met beweringen is niet te lezen: { $found }
    .hint = vergelijk het met recipes/read-nl-coalition/claims-essay.toml
    .explain = Een bestand met beweringen is een bestand in TOML. Een onbekende of ontbrekende sleutel is een fout, zodat een tikfout niet stil blijft.
K0841 = versie { $found } van de taal van beweringen is niet bekend
    .hint = typ `claims = 1`
    .explain = De eerste regel zegt in welke versie het bestand is geschreven. Dit programma kent versie 1.
K0842 = `{ $found }` kan niet in een bewering staan
    .hint = kijk in de documentatie wat deze sleutel mag zijn
    .explain = Een patroon heeft ten minste één woord of getal, een lijst waarnaar wordt gezocht ten minste één patroon, en een aandeel per 1.000 ligt tussen 0 en 1.000.
K0843 = de bewering `{ $found }` staat er twee keer
    .hint = geef één ervan een andere id
    .explain = Uitkomsten heten naar de id van de bewering, dus elke bewering heeft een eigen id nodig.
K0844 = de bewering `{ $found }` heeft geen toets, of meer dan één
    .hint = geef precies één van count, under, money, framing, target en number
    .explain = Een bewering zonder toets kan niet waar of onwaar zijn. Met twee toetsen kan niemand zeggen welke geldt.
K0845 = het bestand `{ $found }` heeft geen beweringen
    .hint = voeg een tabel toe die begint met [[claim]]
    .explain = Er zou niets getoetst worden, en dat mag niet op een goede uitkomst lijken.
K0846 = { $case ->
        [none] het citaat staat op geen bladzijde van document `{ $id }`: { $quote }
       *[elsewhere] het citaat staat niet op bladzijde { $page } van document `{ $id }`: { $quote }
    }
    .hint = { $case ->
        [none] neem het over uit het document; letter voor letter staat het er op geen bladzijde
       *[elsewhere] zoek het op in het document; het staat op bladzijde { $pages }
    }
    .explain = Een doel dat uit een document komt, wordt aan zijn woorden vastgemaakt. Die moeten er staan, letter voor letter.
K0847 = een document van de werkmap kan niet worden gelezen
    .hint = hierboven staat welk document, en waarom
    .explain = Een document dat kapstok.toml onder `[[document]]` noemt, moet te lezen zijn: anders houdt de bouw op.
K0848 = het citaat is nergens mee vergeleken: geen document van de werkmap heet `{ $found }`
    .hint = { $case ->
        [none] noem het document in kapstok.toml, onder `[[document]]`, dan wordt het citaat nagekeken
       *[some] de werkmap heeft { $known }; bij een ander document wordt het citaat geloofd
    }
    .explain = Een doel mag uit een document komen dat de werkmap niet heeft. Dan kijkt niemand of het citaat er staat. Met één verkeerde letter in de naam gebeurt hetzelfde.
K0860 = deze rij is niet te lezen: { $found }
    .hint = maak het bestand opnieuw, of schrijf de rij zoals de andere
    .explain = Een rij heeft bij elke titel één cel, en een aanhalingsteken dat opent wordt gesloten. Een regel JSON heeft de sleutels van een besluit, elk één keer.
K0861 = de kolom `{ $title }` { $case ->
        [twice] staat er twee keer
       *[missing] staat er niet
    }
    .hint = maak het bestand opnieuw, en laat de titels zoals ze zijn
    .explain = Kolommen mogen in elke volgorde staan, maar elke kolom heeft één keer haar titel. Anders is niet te zeggen welk besluit bij welke uitspraak hoort. Van het bestand is niets gelezen.
K0862 = de kolom `{ $title }` is niet bekend, en is niet gelezen
    .hint = zet opmerkingen in de kolom `note`
    .explain = Alleen kolommen waarmee het bestand is gemaakt worden gelezen. Wat in andere staat, wordt niet bewaard.
K0863 = er is geen uitspraak `{ $found }` in dit document
    .hint = maak het bestand opnieuw met de lezing van nu
    .explain = De sleutel hoort bij de woorden van een uitspraak. Vindt de lezing de uitspraak niet meer, dan heeft zij hier geen sleutel.
K0864 = het citaat is niet woord voor woord wat er staat: `{ $found }` tegen `{ $expected }`
    .hint = zet het citaat terug; schrijf wat u ervan vindt in de kolom `note`
    .explain = Een besluit gaat over de woorden van het document. Met andere woorden zou het gaan over iets dat nergens staat.
K0865 = `{ $reader }` besloot hierover al in rij { $earlier }; deze rij geldt
    .hint = haal een van de twee weg als u dat niet bedoelt
    .explain = Van één lezer telt het laatste besluit over een uitspraak. Besluiten van anderen blijven ernaast staan.
K0866 = `{ $found }` kan hier niet staan{ $case ->
        [one-of] {"; het mag zijn: "}{ $allowed }
       *[free] {""}
    }
    .hint = schrijf het zoals de documentatie zegt; een dag als 2026-11-29
    .explain = Een rekenblad kan er iets anders van hebben gemaakt. Bij 11/12/2026 is niet te zeggen of het november of december is.
K0867 = dit besluit is niet compleet: { $case ->
        [no-act] er is een wijziging of een opmerking, en geen `accept`, `change` of `reject`
        [no-reason] `reject` zonder reden
        [no-change] `change` zonder wijziging
       *[too-much] er staat meer in de rij dan bij dit besluit hoort
    }
    .hint = vul `act` in; bij `change` een kolom `change.…`, bij `reject` de kolom `reason`
    .explain = `accept` betekent: zoals de regels zeggen. Dan kan er geen andere waarde in de rij staan. Een opmerking mag altijd, in `note`.
K0868 = wat de regels zeggen is in deze rij veranderd
    .hint = zet de kolommen `rule.…` terug, en schrijf de nieuwe waarde in de kolom `change.…` ernaast
    .explain = De kolommen `rule.…` bewaren wat u beoordeelde. Veranderen die, dan ziet niemand meer wat de lezer heeft gewijzigd.
K0869 = deze rij hoort bij een ander document: { $found }
    .hint = geef het document waarvan het bestand is gemaakt
    .explain = Een andere versie van een document is een ander document, ook als de meeste woorden gelijk zijn.
K0830 = het doel is niet te lezen: { $found }
    .hint = verbeter deze plek; docs/reference/translate.md noemt alle sleutels
    .explain = Een doel is een TOML-bestand. Er mist een sleutel, of een waarde heeft de verkeerde vorm.
K0831 = `{ $found }` is geen sleutel van een doel
    .hint = bedoelde je `{ $nearest }`?
    .explain = Door een verkeerd getypte sleutel zou een deel van het doel wegvallen zonder dat iemand het ziet. Daarom is elke onbekende sleutel een fout.
K0832 = versie { $found } van het doel is niet bekend
    .hint = schrijf `target = 1`
    .explain = Een doel zegt in welke versie van de taal het geschreven is. Dit programma leest versie 1.
K0833 = `{ $found }` is niet bekend
    .hint = bedoelde je `{ $nearest }`?
    .explain = Een doel noemt een indicator, een telling van mensen en een niveau met hun id, zoals ze in kapstok.toml staan en gebouwd zijn.
K0834 = bij `{ $found }` is niet te zeggen om hoeveel mensen het gaat
    .hint = noem een indicator die een deel van mensen is, en bij `population` de telling van die mensen
    .explain = Een doel wordt per gebied in personen uitgewerkt. Daarvoor moet bekend zijn om hoeveel mensen het nu gaat, en van hoeveel. Een beschermd kenmerk van personen kan geen doel zijn.
K0835 = `{ $key }` kan niet { $found } zijn
    .hint = schrijf een percentage ("50 %") of een aantal personen (1200)
    .explain = Met een procentteken is het een deel van wat het nu is (`-by`) of van de bevolking (`-to`); zonder is het een aantal personen. Meer dan alles kan er niet af.
K0836 = { $found } is geen eindjaar na het beginjaar
    .hint = schrijf een jaar (2028) of een duur ("P4Y")
    .explain = Een doel begint bij de cijfers van een jaar en moet later bereikt zijn. Zonder eind is niet te zeggen wat er per jaar nodig is.
K0837 = `{ $found }` is geen regel, of staat er twee keer
    .hint = bedoelde je `{ $nearest }`?
    .explain = Er zijn vier regels: same-part, same-level, close-gap en where-most. Zonder `rules` worden ze alle vier uitgerekend.
K0838 = het doel noemt een document, maar `{ $key }` is leeg
    .hint = neem de woorden over zoals ze er staan, of laat `[source]` weg
    .explain = Wie een document noemt, laat zien wat er staat. Zonder citaat kan niemand het nagaan.
K0839 = dit doel is niet uit te werken: { $why ->
        [deadline] het eindjaar ligt niet na het beginjaar
        [nobody] van geen enkel gebied zijn beide cijfers bekend
        [twice] een gebied staat er twee keer in
        [published] het gepubliceerde totaal is groter dan de bevolking
        [period] er zijn geen cijfers van het beginjaar { $found }
       *[other] de aantallen zijn te groot
    }
    .hint = kijk met `kapstok area` van welke jaren er cijfers zijn
    .explain = Elk gebied heeft voor het beginjaar een aantal personen nodig, en het aantal mensen waarvan dat een deel is.

# --- een doel, uitgewerkt per gebied
help-translate = Werk een landelijk doel uit per gebied, volgens geschreven regels
help-translate-file = Het bestand met het doel
help-translate-json = Toon hetzelfde als JSON
help-translate-out = Schrijf een regel per gebied en rekenregel (.csv)
help-translate-agenda = De rekenregel waarvan de uitkomst een doel van elk gebied wordt: same-part, same-level, close-gap of where-most
help-translate-write = Schrijf die doelen in het logboek; zonder dit worden ze alleen getoond
help-translate-by = De rol die het zegt, zoals de secretaris
help-translate-date = De dag waarop het ingaat; zonder dit vandaag
help-value-agenda = REGEL
failure-not-found-rule = rekenregel `{ $found }` is niet uitgerekend
    hint: het doel noemt { $nearest }
translate-head = { $title }
    { $label }, van { $anchor } tot en met { $deadline }
translate-source = { $document }: “{ $quote }”
translate-source-page = { $document }, bladzijde { $page }: “{ $quote }”
translate-asked = Nu { $whole } van { $population } mensen, aan het eind { $end }: { $asked } { $way ->
        [down] minder
       *[up] meer
    }
translate-whole = { $by ->
        [country] Dit is het gepubliceerde cijfer van het land; { $persons } van hen wonen in de { $n } gebieden met een cijfer
        [municipality] Dit zijn de gepubliceerde cijfers van de gemeenten samen; { $persons } van hen wonen in de { $n } gebieden met een cijfer
       *[areas] Dit is de som van de { $n } gebieden met een cijfer
    }
translate-absent = Gebieden zonder cijfer: { $n }. Daar wordt niets gevraagd; van het geheel valt { $left } buiten de gebieden met een cijfer
translate-above-population = meer personen dan mensen
translate-trend = Gaat het verder zoals nu, dan gaat het van { $now } naar { $expected } mensen (gebieden met cijfers van drie jaren of meer: { $n })
translate-no-trend = Geen gebied heeft cijfers van drie jaren: wat er zonder verandering gebeurt, is niet te zeggen
translate-modelled = Dit cijfer is geschat met een model: of een gebied het doel haalt, is er niet aan te zien
translate-rules = Per rekenregel
translate-rule-same-part = zelfde deel
translate-rule-same-level = zelfde eindniveau
translate-rule-close-gap = verschil dichten
translate-rule-where-most = waar de meesten zijn
translate-means-same-part = zelfde deel: elk gebied hetzelfde deel van zijn mensen
translate-means-same-level = zelfde eindniveau: { $way ->
        [down] gebieden boven één niveau gaan daarheen, de andere blijven
       *[up] gebieden onder één niveau gaan daarheen, de andere blijven
    }
translate-means-close-gap = verschil dichten: { $way ->
        [down] gebieden boven het landelijke niveau dichten hetzelfde deel van hun verschil daarmee
       *[up] gebieden onder het landelijke niveau dichten hetzelfde deel van hun verschil daarmee
    }
translate-means-where-most = waar de meesten zijn: zo weinig mogelijk gebieden, die met de meeste mensen eerst
translate-col-rule = rekenregel
translate-col-figure = deel of niveau
translate-col-sum = samen
translate-col-miss = mist
translate-col-areas = gebieden
translate-col-above-most = te veel gevraagd
translate-col-not-seen = niet te zien
translate-col-trend-enough = gaat vanzelf
translate-col-tenth = tiende deel
translate-col-place = waar
translate-col-area = gebied
translate-col-now = nu
translate-col-end = eind
translate-col-cut = verschil
translate-col-per-year = per jaar
translate-col-value = cijfer eind
translate-col-beyond-trend = boven de trend
translate-col-note = let op
translate-above-most = meer gevraagd dan het meeste
translate-not-seen = kan toeval zijn
translate-moved = Van “{ $from }” naar “{ $to }”: { $more } mensen meer gevraagd (gebieden: { $n_more }) en { $less } minder (gebieden: { $n_less })
translate-tenths = Mensen per tiende deel van de gebieden; 1 heeft nu het grootste deel
translate-places = Mensen per groter gebied
translate-domains = Mensen in gebieden die bij de minst gunstige horen, per beleidsterrein
translate-areas = Rekenregel “{ $rule }”: { $shown } van { $n } gebieden, { $order ->
        [most] de grootste opgave eerst
       *[code] op volgorde van hun code
    }
translate-written = geschreven: { $file }
translate-target = { $title } (rekenregel: { $rule })
translate-agenda-line = { $id }  { $area }  { $indicator }: van { $from } naar { $to }, uiterlijk { $deadline }
translate-agenda-dry = Nieuwe of andere doelen: { $n }. Er is niets geschreven; met --write en --by wel
translate-agenda-done = Geschreven doelen: { $n }; het logboek eindigt nu op { $head }

# Bladzijden over documenten
documents-nav = Documenten
documents-title = Documenten
documents-lede = Dit zijn documenten die het programma heeft gelezen. Bij elk document staat wat erin staat, op welke bladzijde, en wat niet is gelezen.
documents-what = Een telling zegt wat er geschreven staat. Zij zegt niet wat het waard is, en niet of het gebeurt.
documents-kind-agreement = Toezegging
documents-kind-ask = Vraag
documents-n-pages = { $n ->
    [one] 1 bladzijde
   *[other] { $n } bladzijden
 }
documents-n-sentences = { $n ->
    [one] 1 zin
   *[other] { $n } zinnen
 }
documents-n-by-area = { $n ->
    [0] geen zin gaat over een gebied
    [one] 1 gaat over een gebied
   *[other] { $n } gaan over een gebied
 }
documents-in-short = { $pages }, { $sentences }; { $area }.
documents-read-text = Lees de hele tekst, met merktekens
documents-read-answers = Bekijk wat gevraagd is en wat erop staat
documents-overview = Terug naar wat erin staat
documents-kicker-agreement = Een document dat belooft
documents-kicker-ask = Een document dat vraagt
documents-coverage-title = Wat is gelezen, en wat niet
documents-pages-all = Op elke bladzijde is tekst gelezen.
documents-pages-blank = Op deze bladzijden van het bestand is geen tekst gevonden: { $pages }.
documents-pages-lost = { $n ->
    [one] Het bestand is beschadigd: 1 bladzijde ontbreekt. Wat niet gevonden is, kan daar staan.
   *[other] Het bestand is beschadigd: { $n } bladzijden ontbreken. Wat niet gevonden is, kan daar staan.
 }
documents-no-tables = Het document heeft geen tabellen die zijn herkend.
documents-tables-read = Tabellen met rijen en kolommen: { $read } van { $number }.
documents-footnotes = { $n ->
    [0] Er zijn geen voetnoten gevonden.
    [one] Er is 1 voetnoot. Daarin is gezocht naar woorden, niet naar toezeggingen.
   *[other] Er zijn { $n } voetnoten. Daarin is gezocht naar woorden, niet naar toezeggingen.
 }
documents-left-out = Weggelaten: { $heads } regels boven of onder aan een bladzijde, en { $lines } regels van de inhoudsopgave.
documents-read-with = Het document heeft { $number } woorden. Het leesrecept is { $recipe }.
documents-warnings = Waar u op moet letten
documents-chapters-title = Per domein of per gebied
documents-chapters-words = Elke balk is een hoofdstuk. Het gestreepte deel zijn zinnen die een gebied noemen, het gestippelde deel zinnen over een domein zonder gebied. De rest is leeg.
documents-chapters-caption = Zinnen per hoofdstuk
documents-before-heading = Voor het eerste hoofdstuk
documents-column-by-domain = per domein
documents-column-neither = geen van beide
documents-matrix-title = Domein en invalshoek
documents-matrix-words = Een zin over twee domeinen telt bij allebei. Tel de rijen dus niet op. Alleen geld in zinnen die iets toezeggen is opgeteld; wat anderen uitgeven, een hele begroting of wat er was, niet. Geld per jaar en geld in totaal staan apart. Een bedrag dat er misschien twee keer staat, telt in een vak één keer.
documents-matrix-caption = Zinnen, toezeggingen, doelen en geld per domein
documents-column-domain = Domein
documents-framing = Invalshoek
documents-column-money = genoemd geld
documents-aims-title = Doelen
documents-aims-none = Hier staat er geen.
documents-aims-parameters = Getallen van een regeling
documents-aims-facts = Getallen over hoe het is
documents-aims-apart = Een getal van een regeling of een feit is geen doel. Daarom staan zij apart.
documents-column-sentence = Zin
documents-column-page = Plaats
documents-column-quantity = Hoeveel
documents-column-direction = Richting
documents-column-deadline = Termijn
documents-direction-increase-to = omhoog tot
documents-direction-increase-by = omhoog met
documents-direction-decrease-to = omlaag tot
documents-direction-decrease-by = omlaag met
documents-direction-at-least = ten minste
documents-direction-at-most = ten hoogste
documents-direction-achieve = te bereiken
documents-years = { $n ->
    [one] binnen 1 jaar
   *[other] binnen { $n } jaar
 }
documents-months = { $n ->
    [one] binnen 1 maand
   *[other] binnen { $n } maanden
 }
documents-ladder-title = Geld bij zinnen over een gebied
documents-ladder-words = Bij elke zin die een gebied noemt, is gezocht naar het geld dat het dichtst bij staat: in de zin, in de alinea, onder de kop, in het hoofdstuk en in een rij van de bijlage.
documents-ladder-none = Geen zin noemt een gebied.
documents-ladder-rungs = Hogere treden
documents-ladder-without = Geen geld gevonden op: { $rungs }.
documents-column-rung = Laagste trede met geld
documents-column-amount = Geld
documents-column-tie = Hoe het erbij hoort
documents-column-rung-name = Trede
documents-tables-title = Tabellen die moeten optellen
documents-tables-hold = { $n ->
    [one] 1 som klopt
   *[other] { $n } sommen kloppen
 }
documents-tables-fail = { $n ->
    [0] geen is fout
    [one] 1 som klopt niet
   *[other] { $n } sommen kloppen niet
 }
documents-tables-unchecked = { $n ->
    [0] alle zijn nagerekend
    [one] 1 som is niet na te rekenen
   *[other] { $n } sommen zijn niet na te rekenen
 }
documents-table-said = Tabel op { $page }: { $equal }; { $others }; { $open }.
documents-doubles-title = Geld dat er misschien twee keer staat
documents-doubles-words = Deze plaatsen noemen hetzelfde bedrag, en hebben zeldzame woorden gemeen. Of het hetzelfde geld is, moet een mens zeggen.
documents-doubles-shared = Dezelfde woorden: { $words }.
documents-words-title = Woorden voor een gebied
documents-words-words = Per woord staat hier waar het is geteld. Daaronder staat wat niet is geteld en waarom, en welke woorden erop lijken.
documents-words-none = Geen woord van het recept staat in het document.
documents-words-n = { $n ->
    [0] niet geteld
    [one] 1 keer geteld
   *[other] { $n } keer geteld
 }
documents-hits = Geteld
documents-excluded = Niet geteld, omdat het iets anders is
documents-near = Lijkt erop, niet geteld
documents-rule = Regel: { $rule }
documents-rule-none = Het woord dat erbij hoort, ontbreekt
documents-page = blz. { $page }
documents-page-file = bladzijde { $page } van het bestand
documents-range = { $from } tot { $to }
documents-nothing = niet genoemd
documents-money-others = { $n ->
    [one] daarnaast 1 bedrag in een zin die niets toezegt
   *[other] daarnaast { $n } bedragen in zinnen die niets toezeggen
 }
documents-money-twice = { $n ->
    [one] 1 bedrag staat er misschien twee keer en telt één keer
   *[other] { $n } bedragen staan er misschien twee keer en tellen één keer
 }
documents-money-each-year = { $amount } per jaar
documents-money-in-all = { $amount } in totaal
documents-money-unsaid = { $amount }, periode niet genoemd
documents-text-title = { $title }: de tekst
documents-text-lede = Dit is de tekst zoals die is gelezen. Regels die op elke bladzijde terugkomen, zijn weggelaten. Elke zin heeft een eigen adres.
documents-legend = Merktekens
documents-mark-area = gebied
documents-mark-commitment = toezegging
documents-mark-target = doel of getal
documents-mark-money = geld
documents-marked = { $marks }:
documents-table-caption = Tabel op { $page }
documents-table-row = Rij
documents-table-column = Kolom { $number }
documents-table-label-none = zonder naam
documents-footnote = Voetnoot
documents-answers-title = { $title }: gevraagd en beloofd
documents-answers-lede = Elke vraag uit dit document is gelegd naast wat een ander document zegt. U ziet beide teksten met hun bladzijde.
documents-answers-to = In { $title }
documents-ask-heading = Vraag { $number }: { $verdict }
documents-given = Gevonden
documents-nearest-not = Geen plaats is als antwoord voorgesteld. Dit komt er het dichtst bij:
documents-nothing-near = Er is niets gevonden dat erop lijkt.
documents-lead-in = Het staat onder
documents-searched = Doorzochte zinnen: { $sentences }, en in noten: { $notes }. Vakken van tabellen die niet zijn doorzocht: { $cells }.
documents-others = { $n ->
    [one] Nog 1 plaats die erop lijkt
   *[other] Nog { $n } plaatsen die erop lijken
 }
documents-would-be = Als dit het antwoord is: { $verdict }
documents-earmarked = Geld dat hier met naam voor bedoeld is: { $rung }
documents-whole = De regels vinden hier elk woord van de vraag, en niets dat ontbreekt.
documents-decided = Dit heeft een mens beslist: { $role }.
documents-judged = { $role } op { $day }: { $act }.
documents-judged-more = { $role } op { $day }: { $act } ({ $more }).
documents-judged-differs = De lezers verschillen; tot zij het eens zijn staat hier wat de regels voorstellen.
documents-judged-nameless = een lezer van wie de naam is weggehaald
documents-judged-taken-away = { $field }: weggehaald
documents-judged-rejected = bij { $n } is het voorstel afgewezen
documents-judged-none = Nog niemand heeft over uitspraken van dit document besloten: wat hier staat stellen de regels voor.
documents-judged-damaged = Het logboek is beschadigd: wat mensen besloten is niet te lezen.
documents-judged-n = Over { $n ->
    [one] 1 uitspraak
   *[other] { $n } uitspraken
 } is door mensen besloten: { $accepted } overgenomen of gewijzigd, { $rejected } afgewezen, over { $differ } verschillen lezers. De rest stellen de regels voor, en getallen op deze pagina’s tellen wat de regels voorstellen.
documents-in-text = Lees in de tekst
documents-read-promises = Bekijk de toezeggingen, elk met bladzijde
documents-promises-title = { $title }: toezeggingen
documents-promises-lede = Dit zijn de zinnen waarin iemand zich ergens aan bindt. Bij elke zin staat wie dat is, hoe vast het is, en of er een doel of geld bij staat. Vast is wat gebeurt, zacht is wat iemand wil of probeert.
documents-promises-shown = { $shown } van de { $all } toezeggingen staan hier.
documents-promises-all = Toon ze alle
documents-column-who = Wie
documents-column-aim = Doel met een getal
documents-filter-any = alle
documents-filter-show = Toon
documents-filter-framing = Gebied of domein
documents-filter-domain = Domein
documents-filter-strength = Hoe vast
documents-filter-with = Met
documents-strength-firm = vast
documents-strength-soft = zacht
documents-framing-area = per gebied
documents-framing-domain = per domein
documents-framing-neither = geen van beide
documents-with-target = een doel met een getal
documents-with-money = geld
documents-with-neither = doel noch geld
documents-beside-list = Naast elkaar
documents-beside-title = { $one } naast { $other }
documents-beside-lede = Een woord dat één keer staat, zegt weinig zolang u niet weet hoe lang de tekst is. Daarom staat hier hoe vaak iets voorkomt per 10.000 woorden.
documents-beside-length = Het document telt { $number } woorden.
documents-beside-recipes = Deze documenten zijn met twee recepten gelezen. Van woorden en domeinen staat hier alleen wat beide recepten kennen. Vergelijk ook dat met zorg.
documents-beside-of-sentences = Wat zinnen doen
documents-beside-of-words = Woorden voor een gebied
documents-beside-of-domains = Zinnen per domein
documents-beside-area = Zinnen die een gebied noemen
documents-beside-firm = Vaste toezeggingen
documents-beside-soft = Zachte toezeggingen
documents-beside-targets = Doelen met een getal
documents-beside-money = Bedragen
documents-beside-count = aantal
documents-beside-rate = per 10.000 woorden
documents-beside-ratio = Verhouding
documents-beside-interval = 95 %-interval
documents-beside-unbounded = onbegrensd
documents-beside-only = alleen links
documents-beside-clusters = De verhouding is links gedeeld door rechts. Woorden staan vaak bij elkaar. De ware marge is daarom breder dan hier staat.

# Een mens beslist: kapstok read review, decide, agree, desk
help-read-review = Schrijf op wat er over een document te besluiten is, zodat een mens het kan invullen
help-read-review-document = Het document
help-read-review-ask = Een manifest, motie of petitie: dan wordt ook besloten wat het document daarop antwoordt
help-read-review-recipe = Een leesrecept: het bestand, de map of de naam
help-read-review-out = Het bestand om te schrijven (.jsonl, .csv of .xlsx)
help-read-decide = Houd besluiten tegen het document, toon wat eruit volgt, en schrijf het in het logboek
help-read-decide-decisions = De besluiten (.jsonl, .csv of .xlsx)
help-read-decide-document = Het document waar ze over gaan
help-read-decide-ask = Het manifest, de motie of de petitie waarvan de antwoorden mee zijn besloten
help-read-decide-recipe = Een leesrecept: het bestand, de map of de naam
help-read-decide-by = De rol die besluit
help-read-decide-date = De dag vanaf wanneer het geldt (2026-11-29); zonder dit vandaag
help-read-decide-dated = De dag van het document; een termijn zoals vier jaar telt vanaf die dag
help-read-decide-check = Zeg alleen of alles klopt
help-read-decide-write = Schrijf het in het logboek; zonder dit wordt alleen getoond wat er zou gebeuren
help-read-agree = Bereken hoe ver twee lezers het eens zijn, en toon waar ze verschillen
help-read-agree-first = De besluiten van de ene lezer
help-read-agree-second = Die van de andere lezer
help-read-agree-json = Toon hetzelfde als JSON
help-read-desk = Open een pagina op deze computer waarop een mens besluit, uitspraak voor uitspraak
help-read-desk-document = Het document
help-read-desk-ask = Een manifest, motie of petitie: dan wordt ook besloten wat het document daarop antwoordt
help-read-desk-recipe = Een leesrecept: het bestand, de map of de naam
help-read-desk-by = De rol die besluit
help-read-desk-dated = De dag van het document; een termijn zoals vier jaar telt vanaf die dag
help-read-desk-blind = Toon niets van wat anderen besloten: zo leest een tweede lezer
help-read-desk-port = De poort; bij 0 een die vrij is
help-value-decisions = BESTAND
help-value-dated = DAG
review-sheet = besluiten
review-written = { $n ->
    [one] 1 uitspraak staat
   *[other] { $n } uitspraken staan
 } in { $path }: toezeggingen { $commitment }, doelen en getallen { $target }, geld { $money }, over een gebied { $area }, antwoorden { $ask }
    Vul `act` in (accept, change of reject). Dan: kapstok read decide
review-withdrawn = De lezer neemt dit niet meer voor een toezegging of doel
review-act-accept = akkoord
review-act-change = gewijzigd
review-act-reject = afgewezen
decide-right = alle { $n } besluiten kloppen met het document, dat { $of } uitspraken heeft om over te besluiten
decide-decided = { $act }: { $place }: { $quote }
decide-promise = → toezegging { $id }, { $n ->
    [one] 1 gebied
   *[other] { $n } gebieden
 }
decide-promise-without-area = → toezegging { $id }, zonder gebied: `kapstok agenda holes` noemt haar
decide-promise-changed = → toezegging { $id } verandert
decide-target = → doel { $id } van { $area }
decide-target-changed = → doel { $id } van { $area } verandert
decide-withdrawn = → { $id } wordt ingetrokken
decide-nothing = niets nieuws: het logboek heeft deze besluiten al ({ $known })
decide-none = geen rij van { $file } heeft een besluit: vul de kolom `act` in (accept, change of reject)
decide-would = { $n ->
        [one] er zou 1 besluit
       *[other] er zouden { $n } besluiten
    } in het logboek komen en { $promises ->
        [one] 1 nieuwe toezegging
       *[other] { $promises } nieuwe toezeggingen
    }, waarvan { $without } zonder gebied; al opgeschreven: { $known }
    Met --write wordt het opgeschreven
decide-written = opgeschreven: { $n ->
        [one] 1 besluit
       *[other] { $n } besluiten
    } en { $promises ->
        [one] 1 nieuwe toezegging
       *[other] { $promises } nieuwe toezeggingen
    }, waarvan { $without } zonder gebied; stond er al: { $known }
    Kop van het logboek: { $head }
agree-head = { $first }: { $n } besluiten; { $second }: { $m } besluiten; over { $both } uitspraken besloten beide
agree-column-question = vraag
agree-column-n = uitspraken
agree-column-differ = verschil
agree-column-alpha = alfa
agree-column-interval = 95 %-interval
agree-bounds = { $lower } tot { $upper }
agree-nothing-to-pair = geen alfa: niemand besloot samen met een ander
agree-no-variation = geen alfa: beide zeggen overal hetzelfde, en dat is met toeval ook zo
agree-differ = { $n ->
    [0] Op geen uitspraak verschillen ze
    [one] Op 1 uitspraak verschillen ze:
   *[other] Op { $n } uitspraken verschillen ze:
 }
agree-row = rij { $first } en rij { $second }: { $quote }
agree-none = niets
agree-caution = Alfa is 1 waar beide het overal eens zijn, en 0 waar het niet beter is dan toeval (Krippendorff). Wie alleen voorstellen van de regels bevestigt, lijkt het meer eens dan wie zonder voorstel leest.
review-field-act = besluit
review-field-framing = invalshoek
review-field-scale = schaal
review-field-domains = domeinen
review-field-areas = gebieden
review-field-commitment = toezegging
review-field-actor = wie belooft
review-field-grade = soort doel
review-field-role = rol van het getal
review-field-quantity = hoeveel
review-field-unit = waarvan
review-field-direction = richting
review-field-deadline = termijn
review-field-amount = bedrag
review-field-period = periode van het bedrag
review-field-verdict = antwoord
review-field-answer = waar het antwoord staat
agenda-field-quote = citaat
agenda-field-seen = wat de regels zeiden
agenda-field-changes = wat de lezer wijzigde
agenda-event-decided-accept = uitspraak op bladzijde { $page } van het bestand van een document aanvaard: { $quote }
agenda-event-decided-change = uitspraak op bladzijde { $page } van het bestand van een document gewijzigd aanvaard: { $quote }
agenda-event-decided-reject = uitspraak op bladzijde { $page } van het bestand van een document afgewezen: { $quote }
page-agenda-event-decided-accept = Uitspraak op bladzijde { $page } van het bestand van een document aanvaard: { $quote }
page-agenda-event-decided-change = Uitspraak op bladzijde { $page } van het bestand van een document gewijzigd aanvaard: { $quote }
page-agenda-event-decided-reject = Uitspraak op bladzijde { $page } van het bestand van een document afgewezen: { $quote }
K0870 = { $n ->
    [one] 1 rij is
   *[other] { $n } rijen zijn
 } van de lezer `{ $found }`, en u schrijft als `{ $reader }`: die tellen nu niet mee
    .hint = doe hetzelfde met `--by "{ $found }"`
    .explain = Een besluit staat in het logboek op de naam van wie besloot. Een bestand kan rijen van meer lezers hebben; ze worden een voor een opgeschreven.
K0871 = in `{ $found }` staat geen tabel van besluiten
    .hint = maak het bestand met `kapstok read review`
    .explain = Een bestand van besluiten heeft de kolommen van `kapstok read review`, met hun titels in de eerste rij, of een besluit per regel in JSON.
K0872 = `{ $found }` heeft geen extensie die hier kan
    .hint = laat de naam eindigen op .jsonl, .csv of .xlsx
    .explain = Het einde van de naam zegt in welke vorm besluiten worden geschreven en gelezen.
K0873 = { $id } blijft in de agenda staan, hoewel een lezer nu anders besluit: { $case ->
        [differs] de lezers verschillen
       *[used] er rust iets op
    }
    .hint = beslis zelf, met `kapstok agenda withdraw`
    .explain = Een toezegging waar een maatregel of een gebied al op rekent, verdwijnt niet door het besluit van een lezer. En zolang lezers verschillen, staat niet vast wat er hoort te staan.
K0874 = { $case ->
        [several] meer gebieden heten `{ $found }`
       *[none] geen gebied heet `{ $found }`
    }
    .hint = { $case ->
        [several] geef de code van een van deze: { $nearest }
       *[none] bedoelde u `{ $nearest }`?
    }
    .explain = Bij een toezegging staan gebieden met code of naam, met komma's ertussen. Laat het veld leeg voor een toezegging die over geen gebied gaat.
K0875 = een cel zou te lang worden voor een werkmap
    .hint = schrijf .csv of .jsonl
    .explain = Een cel van een werkmap heeft plaats voor 32.767 tekens.
K0876 = dit besluit staat al zo in het logboek
    .hint = ga verder met de volgende uitspraak
    .explain = Een besluit dat hetzelfde zegt als het vorige van dezelfde lezer, wordt niet nog eens opgeschreven.
K0877 = over geen enkele uitspraak besloten beide lezers: `{ $first }` en dit bestand
    .hint = geef twee bestanden over hetzelfde document
    .explain = Overeenstemming is te berekenen over uitspraken waarover beide lezers besloten. Een andere versie van het document is een ander document.
K0878 = over dit document is niets te besluiten
    .hint = kijk met `kapstok read` wat erin is gevonden
    .explain = Er is geen toezegging, geen doel, geen bedrag en geen gebied in gevonden, en er is geen document gegeven dat iets vraagt.
K0879 = deze lezer besloot hier later anders, en dat blijft staan: { $quote }
    .hint = wilt u het oude besluit terug, zet er dan een `note` bij, of besluit het op de pagina: `kapstok read desk`
    .explain = Een bestand dat nog eens wordt ingelezen, neemt niet terug wat er sindsdien is besloten.
K0886 = het logboek had dit besluit, en er zijn woorden of de naam uit weggehaald: het wordt niet opnieuw geschreven: { $quote }
    .hint = om opnieuw te besluiten: `kapstok read desk`
    .explain = Wat uit het logboek is weggehaald, zou met een oud bestand terugkomen.
K0887 = naar `{ $found }` kunnen geen uitspraken worden geschreven
    .hint = laat de naam eindigen op .jsonl of .csv
    .explain = Het einde van de naam zegt in welke vorm uitspraken worden geschreven. Voor een werkboek om in te vullen is er `kapstok read review`.

# De pagina van een lezer
review-desk-at = { $n } uitspraken van { $title }: { $address }
review-title = Besluiten over { $title }
review-role = U leest als { $role }. Elk besluit komt met de dag van vandaag in het logboek, en blijft daar staan.
review-role-blind = U leest als { $role }, en ziet niet wat anderen besloten. Elk besluit komt met de dag van vandaag in het logboek, en blijft daar staan.
review-progress = { $decided } van { $all } besloten
review-filter-kind = Soort
review-filter-left = alleen wat nog open is
review-filter-show = Toon
review-kind-all = alles
review-kind-commitment = toezegging
review-kind-target = doel of getal
review-kind-money = geld
review-kind-area = over een gebied
review-kind-ask = antwoord op een vraag
review-kind-option = { $kind } ({ $n })
review-none = Er is geen uitspraak van deze soort.
review-all-decided = Over alles van deze soort is besloten.
review-nav = Uitspraken
review-statement = Uitspraak { $number } van { $all }
review-before = Vorige
review-after = Volgende
review-first = Dit is de eerste
review-last = Dit is de laatste
review-undecided = nog open
review-own = u besloot op { $day }: { $act }
review-own-reason = u besloot op { $day }: { $act }, omdat: { $reason }
review-other = { $role } besloot: { $act }
review-differs = De lezers verschillen over deze uitspraak.
review-moved = De regels zeggen nu iets anders dan toen werd besloten. Het besluit blijft staan.
review-here = Begin van de uitspraak:
review-here-end = Einde van de uitspraak.
review-fields = Wat de regels voorstellen, en wat u ervan maakt
review-column-field = Veld
review-column-rule = Volgens de regels
review-column-own = Volgens u
review-column-number = Nummer
review-column-quote = Uitspraak
review-column-page = Bladzijde
review-column-kind = Soort
review-column-state = Besluit
review-nothing = –
review-doubt = niet zeker
review-hint-areas = Code of naam, met komma's ertussen. Leeg: de toezegging noemt geen gebied.
review-hint-deadline = Een jaar (2030), een dag (2030-06-30), of een termijn (P4Y is vier jaar)
review-reason = Reden (nodig bij afwijzen)
review-note = Opmerking
review-written-yet = Het besluit is opgeschreven. Dit blijft zoals het was:
review-to-form = Naar het formulier
review-accept = Akkoord
review-change = Wijzigen
review-reject = Afwijzen
review-keys = Toetsen: a akkoord, c wijzigen, r afwijzen, j volgende, k vorige. Esc gaat uit een veld.
review-list = { $n ->
    [one] De uitspraak in een lijst
   *[other] Alle { $n } uitspraken in een lijst
 }
review-value-area = gebied
review-value-domains = domeinen
review-value-both = beide
review-value-neither = geen van beide
review-value-firm = vast
review-value-soft = zacht
review-value-none = geen
review-value-T1 = T1: alleen een termijn
review-value-T2 = T2: alleen een getal
review-value-T3 = T3: getal en termijn
review-value-outcome = uitkomst
review-value-parameter = parameter van een regeling
review-value-fact = feit
review-value-taken-up = overgenomen
review-value-partly = deels overgenomen
review-value-elsewhere = elders genoemd
review-value-not-found = niet gevonden
