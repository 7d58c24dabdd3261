package org.tidings.feed.log;

import java.util.concurrent.atomic.LongAdder;
import org.tidings.feed.message.Verdict;

/// Counts verdicts. Thread-safe.
final class Tally {

  private final LongAdder accepted = new LongAdder();
  private final LongAdder duplicates = new LongAdder();
  private final LongAdder gaps = new LongAdder();
  private final LongAdder forked = new LongAdder();
  private final LongAdder refused = new LongAdder();

  void count(Verdict verdict) {
    adder(verdict).increment();
  }

  private LongAdder adder(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Accepted yes -> accepted;
      case Verdict.Duplicate again -> duplicates;
      case Verdict.Gap gap -> gaps;
      case Verdict.Forked fork -> forked;
      case Verdict.Refused bad -> refused;
      case Verdict.Unwanted far -> refused;
      case Verdict.Unstored lost -> refused;
    };
  }

  IngestCounts counts() {
    return new IngestCounts(
        accepted.sum(), duplicates.sum(), gaps.sum(), forked.sum(), refused.sum());
  }
}
