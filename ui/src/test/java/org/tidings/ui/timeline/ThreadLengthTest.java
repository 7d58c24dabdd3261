package org.tidings.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.index.ThreadSummary;
import org.tidings.feed.index.ThreadSummary.Counts;
import org.tidings.feed.index.TimelineKey;
import org.tidings.ui.common.Language;
import org.tidings.ui.common.Texts;

class ThreadLengthTest {
  private static final int LOOKED_AT = ThreadSummary.MANY + 4;

  private final SomeFeed mara = SomeFeed.of("mara");

  @AfterEach
  void englishAgain() {
    Texts.speak(Language.ENGLISH);
  }

  private ThreadSummary thread(Counts counts) {
    return new ThreadSummary(
        mara.post("hello").id(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        counts,
        TimelineKey.TOP);
  }

  @Test
  void whatIsCountedToItsEndIsSaidExactly() {
    assertThat(ThreadLength.earlier(thread(new Counts(0, 0)))).isEmpty();
    assertThat(ThreadLength.unread(thread(new Counts(0, 0)))).isEmpty();
    assertThat(ThreadLength.earlier(thread(new Counts(1, 1)))).contains("Show 1 earlier reply");
    assertThat(ThreadLength.earlier(thread(new Counts(1_000, 1_000))))
        .contains("Show 1,000 earlier replies");
    assertThat(ThreadLength.unread(thread(new Counts(1_000, 1_000)))).contains("1,000 unread");
  }

  @Test
  void whatIsUnreadInALongThreadIsSaidExactlyWhereItIsLittle() {
    ThreadSummary thread = thread(new Counts(LOOKED_AT, 4, true));
    assertThat(ThreadLength.unread(thread)).contains("4 unread");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH|Show 1,000+ earlier replies|1,000+ unread",
        "GERMAN|1.000+ frühere Antworten anzeigen|1.000+ ungelesen",
        "SPANISH|Mostrar 1.000+ respuestas anteriores|1.000+ sin leer",
        "FRENCH|Voir 1 000+ réponses précédentes|1 000+ non lus",
        "PORTUGUESE|Mostrar 1.000+ respostas anteriores|1.000+ não lidas",
        "ARABIC|عرض 1,000+ رد سابق|1,000+ غير مقروء",
        "CHINESE|显示更早的 1,000+ 条回复|1,000+ 条未读"
      })
  void aPlusStandsAfterWhatWasNotCountedToItsEnd(Language language, String earlier, String unread) {
    Texts.speak(language);
    ThreadSummary thread = thread(new Counts(LOOKED_AT, LOOKED_AT, true));
    assertThat(ThreadLength.earlier(thread).orElseThrow().replace('\u202f', ' '))
        .isEqualTo(earlier);
    assertThat(ThreadLength.unread(thread).orElseThrow().replace('\u202f', ' ')).isEqualTo(unread);
  }
}
