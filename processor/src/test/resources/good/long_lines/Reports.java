package com.acme;

import dev.mulligan.annotations.Timeout;

public class Reports {
  @Timeout("1s")
  public String quarterlyReport(String department, String customerNumber) {
    return department + customerNumber;
  }

  @Timeout("1s")
  public String quarterlyReportOfAllRegions(
      String department, String customerNumber, String region, int year) {
    return department + customerNumber + region + year;
  }

  @Timeout("1s")
  public void deleteQuarterlyReportsOfAllRegions(
      String department, String customerNumber, String region, int firstYear, int lastYear) {}
}
