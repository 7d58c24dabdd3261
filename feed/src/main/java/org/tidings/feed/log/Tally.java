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
    switch (verdict) {
      case Verdict.Accepted yes -> accepted.increment();
      case Verdict.Duplicate again -> duplicates.increment();
      case Verdict.Gap gap -> gaps.increment();
      case Verdict.Forked fork -> forked.increment();
      case Verdict.Refused bad -> refused.increment();
      case Verdict.Unwanted far -> refused.increment();
      case Verdict.Unstored lost -> {
        // that is ours, and it may come again
      }
    }
  }

  IngestCounts counts() {
    return new IngestCounts(
        accepted.sum(), duplicates.sum(), gaps.sum(), forked.sum(), refused.sum());
  }
}
