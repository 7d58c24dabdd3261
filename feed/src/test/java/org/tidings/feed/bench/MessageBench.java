package org.tidings.feed.bench;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs [MessageCosts] with JMH, in a process of its own, and prints a line for each.
class MessageBench {

  @Test
  void microsecondsForEachMessage() throws Exception {
    OptionsBuilder options = new OptionsBuilder();
    options.include(MessageCosts.class.getName()).verbosity(VerboseMode.SILENT);
    System.out.println("microseconds a message, one thread");
    for (RunResult result : new Runner(options.build()).run()) {
      String name = result.getPrimaryResult().getLabel();
      double score = result.getPrimaryResult().getScore();
      System.out.printf("%-30s %10.2f%n", name, score);
    }
  }
}
