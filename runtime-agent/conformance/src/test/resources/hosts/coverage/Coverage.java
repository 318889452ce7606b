import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.tools.ExecFileLoader;

/** Prints what an exec file holds of a class, and what a report makes of it. */
public class Coverage {
  public static void main(String[] arguments) throws Exception {
    ExecFileLoader file = new ExecFileLoader();
    file.load(new File(arguments[0]));
    int hits = 0;
    for (ExecutionData data : file.getExecutionDataStore().getContents()) {
      if (data.getName().equals("shop/Clerk")) {
        for (boolean hit : data.getProbes()) {
          hits += hit ? 1 : 0;
        }
      }
    }
    System.out.println("hits=" + hits);
    CoverageBuilder report = new CoverageBuilder();
    try (InputStream written = new FileInputStream(arguments[1])) {
      new Analyzer(file.getExecutionDataStore(), report).analyzeClass(written, "Clerk");
    }
    report
        .getClasses()
        .forEach(
            type -> System.out.println("methods=" + type.getMethodCounter().getCoveredCount()));
  }
}
