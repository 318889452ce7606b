package dev.mulligan.agent.cli;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the agent into a JVM that runs. */
@Command(
    name = "attach",
    mixinStandardHelpOptions = true,
    description = {
      "Puts the agent into a JVM that runs, of the same user.",
      "Classes that are loaded already are woven, too; of those, synchronized methods are left as"
          + " they are."
    })
final class AttachCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "<pid>", description = "the process, as jps lists it")
  private long pid;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "<key=value,...>",
      description = "options of the agent")
  private @Nullable String options;

  @Override
  public Integer call() throws IOException {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      try {
        machine.loadAgent(jar().toString(), options);
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException e) {
      throw new IOException("there is no JVM " + pid + " that can be attached to: " + e, e);
    } catch (AgentLoadException | AgentInitializationException e) {
      throw new IOException("the JVM " + pid + " did not take the agent: " + e, e);
    }
    java.util.Objects.requireNonNull(spec).commandLine().getOut().println("attached to " + pid);
    return 0;
  }

  private static Path jar() throws IOException {
    try {
      return Path.of(
              AttachCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toAbsolutePath();
    } catch (URISyntaxException e) {
      throw new IOException("the agent's own jar is not found", e);
    }
  }
}
