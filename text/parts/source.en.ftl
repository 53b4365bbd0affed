## Reading files (K0300-K0319)
K0300 = the file is empty
    .hint = fetch it again: `kapstok fetch DIR`
    .explain = There is nothing in the file, or only blanks. Most often fetching or saving went wrong. Fetch the file again and see whether it is filled.
K0301 = column `{ $column }` is not in the file
    .hint = did you mean `{ $nearest }`? All columns: `kapstok columns { $file }`
    .explain = A title in kapstok.toml does not occur in the file. Titles are compared exactly, blanks around them set aside; a running number of CBS such as `_38` may be left out. Copy the title from the file, or put the old one under `aliases`.
K0302 = this is no table that Kapstok reads: `{ $found }`
    .hint = save it as CSV, XLSX, GeoJSON, GeoPackage or FlatGeobuf
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
K0307 = this row has { $found } fields, there are { $expected } titles
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
K0315 = TopoJSON is not read
    .hint = convert it to GeoJSON or FlatGeobuf, for example with QGIS or ogr2ogr
    .explain = TopoJSON holds boundaries as shared lines. Kapstok reads maps as GeoJSON, GeoPackage and FlatGeobuf.
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
K0328 = none of the { $rows } rows meets { $conditions }
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
K0346 = none of the { $rows } rows has an area code that can be used
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
