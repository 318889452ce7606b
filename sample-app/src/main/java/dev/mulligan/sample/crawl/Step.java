package dev.mulligan.sample.crawl;

/** A part of a run, which takes its time and may be interrupted. */
@FunctionalInterface
interface Step {
  void run() throws InterruptedException;
}
