package org.tidings.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts cut into pieces of a hundred characters.
class PiecesTest {
  private static final int ROOM = 100;
  private static final int MANY = 1_000;

  private static List<String> cut(String text) {
    return Pieces.of(text, MANY, (number, piece) -> piece.length() <= ROOM);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "One sentence after the other. And another one!  Is it? ",
        "a paragraph\n\n",
        "  \n\n\n",
        "- entry\n- another entry\n  - within\n",
        "> quoted\n> and more\n\n",
        "```\ncode()\n```\n\n",
        "```java\ncode(\"in one line\");\n\n  and(\"in another\");\n```\n~~~\nmore\n~~~\n",
        "   ````\n```\ncode();\n",
        "صباح الخير! ترجمتُ اليوم قصيدة قصيرة عن البحر. ",
        "今日は川沿いを自転車で走った。風が強くて、桜の花びらが。",
        "👩‍🚀👨‍👩‍👧e\u0301",
        "word",
        "[a link](https://example.org/with/a/long/path) and *marks* ",
        "**[[[((("
      })
  void piecesTogetherAreTheTextAndEachHasRoom(String part) {
    String text = part.repeat(60);
    List<String> pieces = cut(text);
    assertThat(Pieces.together(pieces)).isEqualTo(text);
    assertThat(pieces).hasSizeGreaterThan(1).allMatch(piece -> piece.length() <= ROOM);
  }

  @Test
  void whatHasRoomIsNotCut() {
    assertThat(cut("Low tide at six.")).containsExactly("Low tide at six.");
  }

  @Test
  void paragraphsStayTogether() {
    String first = "First paragraph. It has two sentences.\n\n";
    String second = "Second paragraph. It has three. Sentences, that is.\n\n";
    String third = "Third paragraph.";
    assertThat(cut(first + second + third)).containsExactly(first + second, third);
  }

  @Test
  void aTitleDoesNotStandAlone() {
    String sentence = "A sentence of the only paragraph there is. ";
    List<String> pieces = cut("# Title\n\n" + sentence.repeat(6));
    assertThat(pieces.getFirst()).isEqualTo("# Title\n\n" + sentence.repeat(2));
  }

  @Test
  void aLongParagraphIsCutBetweenSentences() {
    String sentence = "Nine days without any network at all. ";
    assertThat(cut(sentence.repeat(5)))
        .containsExactly(sentence.repeat(2), sentence.repeat(2), sentence);
  }

  @Test
  void aLongSentenceIsCutBetweenWords() {
    assertThat(cut("word ".repeat(50))).allMatch(piece -> piece.startsWith("word"));
  }

  @Test
  void aLongListIsCutBetweenItsEntries() {
    String entry = "- Wool. And more wool. And socks.\n";
    assertThat(cut(entry.repeat(6))).allMatch(piece -> piece.startsWith("- Wool"));
  }

  @Test
  void aLongBlockOfCodeIsClosedAndOpenedAgain() {
    String code = "low.tide(at, six);\n";
    List<String> pieces = cut("```java\n" + code.repeat(8) + "```\n\nAnd so on.");
    assertThat(pieces)
        .containsExactly(
            "```java\n" + code.repeat(4) + "```",
            "```java\n" + code.repeat(4) + "```\n\nAnd so on.");
  }

  @Test
  void aLongLineOfCodeIsClosedOnALineOfItsOwn() {
    String text = "```\n" + "word ".repeat(40) + "\n```";
    List<String> pieces = cut(text);
    assertThat(pieces).allMatch(piece -> piece.length() <= ROOM && piece.startsWith("```\n"));
    assertThat(pieces.getFirst()).endsWith(" \n``` ");
    assertThat(Pieces.together(pieces)).isEqualTo(text);
  }

  @Test
  void aFenceIsNotPartedFromItsCode() {
    String code = "twenty letters here\n".repeat(4);
    assertThat(cut("```\n" + code + "twelve more.\n```\n\nAnd so on, for a while."))
        .containsExactly(
            "```\n" + code + "```", "```\ntwelve more.\n```\n\nAnd so on, for a while.");
  }

  @Test
  void blocksThatStoodApartStayApart() {
    List<String> blocks = List.of("```\none\n```\n", "```\nanother\n```\n");
    assertThat(Pieces.together(blocks)).isEqualTo(String.join("", blocks));
  }

  /// What nobody writes is no thread before a letter of it would be lost.
  @Test
  void whatCouldNotBePutTogetherAgainIsNotCut() {
    assertThat(cut("a\n" + "`".repeat(1_000))).isEmpty();
  }

  @Test
  void whatIsOneLetterToThePersonStaysWhole() {
    List<String> pieces = cut("👩‍🚀".repeat(80));
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(String.join("", pieces));
    int at = 0;
    for (String piece : pieces) {
      assertThat(letters.isBoundary(at)).isTrue();
      at += piece.length();
    }
  }

  @Test
  void aMentionStaysWhole() {
    String mention = "[@Mara. And. Others](@" + "a".repeat(50) + "=.ed25519)";
    List<String> pieces = cut("Some words before it all begins. " + mention + " and after it.");
    assertThat(pieces).anyMatch(piece -> piece.contains(mention));
  }

  @Test
  void moreThanTheMostIsNothing() {
    assertThat(Pieces.of("word ".repeat(100), 4, (number, piece) -> piece.length() <= ROOM))
        .isEmpty();
    assertThat(Pieces.of("word ".repeat(100), 5, (number, piece) -> piece.length() <= ROOM))
        .hasSize(5);
  }

  @Test
  void whereNothingFitsThereIsNothing() {
    assertThat(Pieces.of("word", MANY, (number, piece) -> false)).isEmpty();
  }

  @Test
  void laterPiecesMayHaveLessRoom() {
    List<String> pieces =
        Pieces.of(
            "word ".repeat(40),
            MANY,
            (number, piece) -> piece.length() <= (number == 0 ? ROOM : ROOM / 2));
    assertThat(pieces).hasSize(3).first().asString().hasSize(ROOM);
  }
}
