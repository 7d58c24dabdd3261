package org.tidings.feed.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tidings.feed.index.TimelineKey;
import org.tidings.feed.store.Tx;

/// Where there is more than a page of hits.
class SearchPagesTest extends SearchedFeeds {
  @Test
  void manyHitsComePageByPageEachOnce() {
    writeOverDays(1_200, 20);
    assertThat(all("common")).doesNotHaveDuplicates().hasSize(1_200);
  }

  @Test
  void aBusyDayIsFoundWholeItsNewestFirst() {
    writeOverDays(1_500, 1_500);
    List<String> all = all("common");
    assertThat(all).doesNotHaveDuplicates().hasSize(1_500);
    assertThat(all.subList(0, 100)).contains("common 1499").doesNotContain("common 1399");
  }

  @Test
  void whatComesInMeanwhileMovesNoPage() {
    writeOverDays(300, 20);
    SearchQuery query = SearchQuery.parse("common");
    SearchPage first = feeds.search().posts(query, Optional.empty(), 30);
    bob.write(post("common common common"), TIME + 299 * DAY_MS / 20);
    bob.write(post("common common"), TIME);
    store(bob);
    List<String> all = texts(first);
    all.addAll(allAfter(query, first));
    assertThat(all)
        .doesNotHaveDuplicates()
        .contains("common common")
        .contains(IntStream.range(0, 300).mapToObj(i -> "common " + i).toArray(String[]::new));
  }

  @Test
  void aPeriodNarrowsDownWhatIsCommon() {
    writeOverDays(1_200, 20);
    assertThat(all("common since:2019-12-03 until:2019-12-04")).hasSize(40).doesNotHaveDuplicates();
    assertThat(all("common until:2019-11-30")).isEmpty();
  }

  @Test
  void aDenseDayIsGoneThroughHourByHour() {
    writeOverDays(3_100, 3_100);
    long day = (long) TIME;
    boolean isDense = temp.read(tx -> hits(tx, "common").isDense(day));
    assertThat(isDense).isTrue();
    boolean isRareDense = temp.read(tx -> hits(tx, "common 1499").isDense(day));
    assertThat(isRareDense).isFalse();
    List<TimelineKey> newest = temp.read(tx -> hits(tx, "common").newest(TimelineKey.TOP, 300));
    assertThat(newest).hasSize(300).isSortedAccordingTo(TimelineKey.NEWEST_FIRST);
    assertThat(newest.getLast().shownMs()).isEqualTo((long) (TIME + 2_800 * DAY_MS / 3_100));
    assertThat(all("common since:2019-12-01")).hasSize(3_100).doesNotHaveDuplicates();
  }

  private static Hits hits(Tx tx, String typed) {
    SearchQuery query = SearchQuery.parse(typed);
    return new Hits(tx, Expression.of(query, List.of()), query.period());
  }
}
