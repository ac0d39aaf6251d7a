# Alarms of the newest weeks of each series of a file, one a line, by farringtonFlexible with the settings of the product.
arguments <- commandArgs(trailingOnly = TRUE)
suppressMessages(library(surveillance))
newest <- as.integer(arguments[2])
series <- lapply(strsplit(readLines(arguments[1]), ","), as.integer)
judge <- function(counts) {
  n <- length(counts)
  weeks <- sts(observed = matrix(counts), start = c(2015, 2), frequency = 52,
               epoch = as.numeric(as.Date("2015-01-05") + 7 * (seq_len(n) - 1)), epochAsDate = TRUE)
  found <- suppressWarnings(farringtonFlexible(weeks, control = list(
    range = (n - newest + 1):n, b = 5, w = 3, noPeriods = 10, pastWeeksNotIncluded = 26,
    pThresholdTrend = 1, thresholdMethod = "nbPlugin", alpha = 0.005, weightsThreshold = 2.58,
    reweight = TRUE, populationOffset = FALSE, fitFun = "algo.farrington.fitGLM.flexible", limit54 = c(5, 4))))
  sum(alarms(found), na.rm = TRUE)
}
time <- system.time(found <- sum(vapply(series, judge, numeric(1))))
cat("peer", as.character(packageVersion("surveillance")), time[["user.self"]] + time[["sys.self"]], found, "\n")
