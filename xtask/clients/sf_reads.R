# SPDX-FileCopyrightText: Kapstok contributors
# SPDX-License-Identifier: EUPL-1.2
# R reads /v1 with sf: all areas, one box, and one outline in two systems.

suppressPackageStartupMessages({
  library(sf)
  library(jsonlite)
})

asked <- fromJSON(commandArgs(trailingOnly = TRUE)[1])
source <- paste0("OAPIF:", asked$api)
by_level <- lapply(setNames(asked$levels, asked$levels), function(level) st_read(source, level, quiet = TRUE))
areas <- by_level[[asked$level]]

row <- function(code) {
  area <- st_drop_geometry(areas[areas$code == code, ])
  parts <- strsplit(strsplit(area$missing, ";")[[1]], "=")
  reasons <- setNames(lapply(parts, `[`, 2), vapply(parts, `[`, "", 1))
  told <- list(name = area$name)
  for (indicator in asked$indicators) {
    # A list element that is set to NULL would fall out.
    value <- area[[indicator]]
    told[indicator] <- list(if (is.na(value)) NULL else value)
    told[paste(indicator, "is missing")] <- list(reasons[[indicator]])
  }
  told
}

bounds <- function(areas) unname(as.numeric(st_bbox(areas)))
box <- st_as_sfc(st_bbox(setNames(asked$box, c("xmin", "ymin", "xmax", "ymax")), crs = st_crs(areas)))
outline <- areas[areas$code == asked$outline, ]
# GDAL asks for other systems from 3.7 on; before that one feature is read as a file.
item <- paste0(asked$api, "/collections/", asked$level, "/items/", asked$outline, "?f=json&crs=", asked$rd)
answer <- list(
  version = paste0("sf ", packageVersion("sf"), ", ", R.version.string),
  n_areas = lapply(by_level, nrow),
  rows = setNames(lapply(asked$areas, row), asked$areas),
  n_in_box = nrow(st_read(source, asked$level, wkt_filter = st_as_text(box), quiet = TRUE)),
  bounds = bounds(outline),
  bounds_rd = bounds(st_read(item, quiet = TRUE)),
  bounds_rd_own = bounds(st_transform(outline, 28992))
)
cat(toJSON(answer, auto_unbox = TRUE, digits = NA, null = "null"), "\n", sep = "")
