## Recepten
K0200 = het recept is niet te lezen: { $found }
    .hint = `kapstok schema` toont wat een recept mag bevatten
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
K0211 = stap `{ $step }`: { $found }
    .hint = de naslag van `{ $step }` noemt zijn sleutels
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
