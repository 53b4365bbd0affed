## Bestanden lezen (K0300-K0319)
K0300 = het bestand is leeg
    .hint = haal het opnieuw op: `kapstok fetch MAP`
    .explain = Er staat niets in het bestand, of alleen witruimte. Meestal is het ophalen of opslaan misgegaan. Haal het bestand opnieuw op en kijk of het daarna gevuld is.
K0301 = kolom `{ $column }` staat niet in het bestand
    .hint = bedoelde je `{ $nearest }`? Alle kolommen: `kapstok columns { $file }`
    .explain = Een titel in kapstok.toml komt in het bestand niet voor. Titels worden precies vergeleken, zonder spaties ervoor of erachter; een volgnummer van het CBS zoals `_38` mag weg. Neem de titel over uit het bestand, of zet de oude titel bij `aliases`.
K0302 = dit is geen tabel die Kapstok leest: `{ $found }`
    .hint = sla het op als CSV, XLSX, GeoJSON, GeoPackage of FlatGeobuf
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
K0307 = deze rij heeft { $found } velden, de titels zijn er { $expected }
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
K0315 = TopoJSON wordt niet gelezen
    .hint = zet het om naar GeoJSON of FlatGeobuf, bijvoorbeeld met QGIS of ogr2ogr
    .explain = In TopoJSON staan grenzen als gedeelde lijnen. Kapstok leest kaarten als GeoJSON, GeoPackage en FlatGeobuf.
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
K0328 = geen enkele van de { $rows } rijen voldoet aan { $conditions }
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
K0346 = geen van de { $rows } rijen heeft een bruikbare gebiedscode
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
