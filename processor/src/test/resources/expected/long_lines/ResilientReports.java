package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import javax.annotation.processing.Generated;

/** {@link Reports} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientReports extends Reports {
  private static final Guard QUARTERLY_REPORT =
      Guards.method(
              lookup(),
              Reports.class,
              "quarterlyReport",
              methodType(String.class, String.class, String.class))
          .parameters("department", "customerNumber")
          .timeout("value = 1s")
          .build();

  private static final Guard QUARTERLY_REPORT_OF_ALL_REGIONS =
      Guards.method(
              lookup(),
              Reports.class,
              "quarterlyReportOfAllRegions",
              methodType(String.class, String.class, String.class, String.class, int.class))
          .parameters("department", "customerNumber", "region", "year")
          .timeout("value = 1s")
          .build();

  private static final Guard DELETE_QUARTERLY_REPORTS_OF_ALL_REGIONS =
      Guards.method(
              lookup(),
              Reports.class,
              "deleteQuarterlyReportsOfAllRegions",
              methodType(void.class, String.class, String.class, String.class, int.class, int.class))
          .parameters("department", "customerNumber", "region", "firstYear", "lastYear")
          .timeout("value = 1s")
          .build();

  public ResilientReports() {
    super();
  }

  /** Timeout( {@link Reports#quarterlyReport} ). */
  @Override
  public String quarterlyReport(String department, String customerNumber) {
    return QUARTERLY_REPORT.call(
        () -> super.quarterlyReport(department, customerNumber), this, department, customerNumber);
  }

  /** Timeout( {@link Reports#quarterlyReportOfAllRegions} ). */
  @Override
  public String quarterlyReportOfAllRegions(
      String department, String customerNumber, String region, int year) {
    return QUARTERLY_REPORT_OF_ALL_REGIONS.call(
        () -> super.quarterlyReportOfAllRegions(department, customerNumber, region, year),
        this,
        department,
        customerNumber,
        region,
        year);
  }

  /** Timeout( {@link Reports#deleteQuarterlyReportsOfAllRegions} ). */
  @Override
  public void deleteQuarterlyReportsOfAllRegions(
      String department, String customerNumber, String region, int firstYear, int lastYear) {
    DELETE_QUARTERLY_REPORTS_OF_ALL_REGIONS.call(
        () -> {
          super.deleteQuarterlyReportsOfAllRegions(department, customerNumber, region, firstYear,
              lastYear);
          return null;
        },
        this,
        department,
        customerNumber,
        region,
        firstYear,
        lastYear);
  }
}
