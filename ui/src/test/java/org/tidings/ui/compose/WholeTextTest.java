package org.tidings.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.ref.MessageId;

class WholeTextTest {
  private static String posted(String text, Optional<Answered> answered) {
    return WholeText.of(new Words(text, "", List.of(), answered));
  }

  @ParameterizedTest
  @ValueSource(strings = {" Hello", "\n \n  Hello \n", "Hello\t ", "Hello"})
  void aTextIsPostedWithoutTheBlankSpaceAroundIt(String written) {
    assertThat(posted(written, Optional.empty())).isEqualTo("Hello");
  }

  @ParameterizedTest
  @ValueSource(strings = {"    int i;", "\tint i;", "  - one\n  - two"})
  void anIndentationThatLaysOutWhatFollowsIsPosted(String written) {
    assertThat(posted(written, Optional.empty())).isEqualTo(written);
    assertThat(posted("\n" + written + "\n", Optional.empty())).isEqualTo(written);
  }

  @Test
  void anAnswerBeginsRightBehindTheMention() {
    Answered mara = new Answered(MessageId.of(new byte[32]), SomeFeed.of("Mara").id(), "Mara");
    assertThat(posted(" Hello ", Optional.of(mara))).startsWith("[@Mara](").endsWith(") Hello");
  }
}
