package dev.mulligan.agent.cli;

import picocli.CommandLine.IVersionProvider;

/** Tells the version that the jar's manifest has. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"Mulligan " + (version == null ? "(not packaged)" : version)};
  }
}
