package org.tidings.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TextPiecesTest {
  private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

  private static List<String> texts(String text) {
    return TextPieces.of(text).stream().map(TextPiece::text).toList();
  }

  private static String joined(String text) {
    return texts(text).stream().collect(Collectors.joining());
  }

  @Test
  void plainTextStaysInOnePiece() {
    assertThat(TextPieces.of("Just words, été and ©."))
        .containsExactly(new TextPiece.Words("Just words, été and ©."));
  }

  @Test
  void nothingGivesNoPieces() {
    assertThat(TextPieces.of("")).isEmpty();
  }

  @Nested
  class Clusters {
    @Test
    void decomposedAccentsAreComposed() {
      assertThat(TextPieces.of("cafe\u0301")).containsExactly(new TextPiece.Words("café"));
    }

    @Test
    void aMarkThatCannotBeComposedKeepsItsWordWhole() {
      assertThat(TextPieces.of("see q\u0323x here"))
          .containsExactly(
              new TextPiece.Words("see "),
              new TextPiece.Words("q\u0323x"),
              new TextPiece.Words(" here"));
    }

    @Test
    void arabicWordsArePiecesOfTheirOwnWithTheSpacesOutside() {
      assertThat(texts("مرحبا بالعالم")).containsExactly("مرحبا", " ", "بالعالم");
    }

    @Test
    void signsAroundAnArabicWordStandOutside() {
      assertThat(texts("«مرحبا»!")).containsExactly("«", "مرحبا", "»!");
    }

    @Test
    void aSpaceThatKeepsAUnitAtItsNumberIsAPieceBetweenThem() {
      assertThat(texts("915\u00a0كيلوبايت")).containsExactly("915", "\u00a0", "كيلوبايت");
      assertThat(texts("915\u00a0kB")).containsExactly("915\u00a0kB");
    }

    @Test
    void whatIsBeingWrittenKeepsEachCharacter() {
      String written = "cafe\u0301 «مرحبا»! \u202E " + FAMILY + "\uD83D";
      assertThat(TextPieces.asWritten(written).stream().map(TextPiece::text))
          .isNotEmpty()
          .satisfies(pieces -> assertThat(String.join("", pieces)).isEqualTo(written));
    }

    @Test
    void thaiIsCutAtEveryClusterBecauseALineMayEndThere() {
      assertThat(texts("ที่นี่")).containsExactly("ที่", "นี่");
    }

    @Test
    void aWordTooLongForALineIsCutAtEveryCluster() {
      String endless = "ש".repeat(TextPieces.LONGEST_WHOLE + 1);
      assertThat(TextPieces.of(endless)).hasSize(TextPieces.LONGEST_WHOLE + 1);
    }

    @Test
    void japaneseMayBeWrappedAnywhere() {
      assertThat(TextPieces.of("日本語のテキスト")).hasSize(1).first().isInstanceOf(TextPiece.Words.class);
    }

    @Test
    void noCharacterIsLost() {
      String mixed = "Hello שלום " + FAMILY + " नमस्ते ภาษา 日本 q\u0323.";
      assertThat(joined(mixed)).isEqualTo(TextPieces.clean(mixed));
    }
  }

  @Nested
  class Emoji {
    @Test
    void aFamilyOfSeveralCodePointsIsOnePicture() {
      assertThat(TextPieces.of("a " + FAMILY + " b"))
          .satisfiesExactly(
              before -> assertThat(before).isEqualTo(new TextPiece.Words("a ")),
              family -> assertThat(family).isInstanceOf(TextPiece.Picture.class),
              after -> assertThat(after).isEqualTo(new TextPiece.Words(" b")));
    }

    @Test
    void flagsHandsWithSkinAndHeartsArePictures() {
      assertThat(TextPieces.of("\uD83C\uDDF3\uD83C\uDDF4\uD83D\uDC4D\uD83C\uDFFD❤\uFE0F❤"))
          .hasSize(4)
          .allMatch(piece -> piece instanceof TextPiece.Picture);
    }

    @Test
    void digitsAndSignsStayTextUnlessAPictureIsAskedFor() {
      assertThat(TextPieces.of("1 # © ™")).noneMatch(piece -> piece instanceof TextPiece.Picture);
      assertThat(TextPieces.of("1\uFE0F\u20E3").getFirst()).isInstanceOf(TextPiece.Picture.class);
      assertThat(TextPieces.of("❤\uFE0E").getFirst()).isNotInstanceOf(TextPiece.Picture.class);
    }

    @Test
    void namesBetweenColonsAreKnown() {
      assertThat(EmojiIndex.get().named("smile")).isEqualTo("\uD83D\uDE04");
      assertThat(EmojiIndex.get().named("no_such")).isEqualTo(":no_such:");
    }
  }

  @Nested
  class HostileText {
    @Test
    void directionOverridesAndControlCharactersAreDropped() {
      assertThat(TextPieces.clean("pay\u202Egnp\u202C \u0007now")).isEqualTo("paygnp now");
    }

    @Test
    void halfASurrogatePairIsReplaced() {
      assertThat(TextPieces.clean("a\uD83Db")).isEqualTo("a\uFFFDb");
    }

    @Test
    void noLetterWearsSoManyMarksThatTheyCoverTheLinesAround() {
      String marks = "\u0300\u0316\u0489\u0335\u20DD".repeat(50);
      assertThat(TextPieces.clean("z" + marks + "a" + marks + "lgo")).hasSizeLessThan(12);
    }

    @Test
    void marksThatScriptsNeedStay() {
      for (String word :
          List.of(
              "ở",
              "שָׁבּ֑",
              "ที่นี่",
              "नमस्ते",
              "སྒྲུབས",
              "مُحَمَّدٌ",
              "🏴\uDB40\uDC67\uDB40\uDC7F")) {
        assertThat(TextPieces.clean(word)).as(word).isEqualTo(normalised(word));
      }
    }

    @Test
    void marksStayWhoseLetterStandsBefore() {
      assertThat(TextPieces.clean("\u0651\u064E")).isEqualTo(normalised("\u0651\u064E"));
      assertThat(TextPieces.clean("\u0300".repeat(50))).hasSize(3);
    }

    private static String normalised(String word) {
      return Normalizer.normalize(word, Normalizer.Form.NFC);
    }
  }
}
