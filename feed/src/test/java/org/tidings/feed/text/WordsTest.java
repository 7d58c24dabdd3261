package org.tidings.feed.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final String ALONE =
      "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}\\u30FC\\uFF70\\p{So}]";

  /// What a word is, in one line.
  private static final Pattern WORD =
      Pattern.compile(
          ALONE
              + "[\\p{M}\\uFF9E\\uFF9F]*|(?!"
              + ALONE
              + ")[\\p{L}\\p{N}\\p{Co}\\p{M}](?:(?!"
              + ALONE
              + ")[\\p{L}\\p{N}\\p{Co}\\p{M}\\u00AD])*");

  /// Of accents and what is not seen alone there is no word.
  private static final Pattern NOTHING =
      Pattern.compile(
          "[\\u0300-\\u036F\\uFE00-\\uFE0F\\u00AD\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4\\u05C5"
              + "\\u05C7\\u0610-\\u061A\\u0640\\u064B-\\u065F\\u0670]+");

  /// Characters of all kinds that matter, and their neighbours.
  private static final int[] ALPHABET =
      "aZ9 _-'\u00e9\u0301\u05d0\u05b8\u05be\u0643\u0640\u064e\u0915\u094d\u0e01\u0e34\u0e00\u0eb1\u1000\u1780\u3042\u30a2\u30fc\u4e2d\ud840\udc00\ud83d\ude00\ud83d\u200d\ufe0f\u00ad\uff76\uff9e\uff70\u20e3\ue000\u00a9\u2160\u00bd\n"
          .codePoints()
          .toArray();

  @Test
  void everyCharacterIsSortedAsTheDefinitionSays() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      String text = "a" + Character.toString(codePoint) + "b";
      assertThat(places(text)).as("U+%04X", codePoint).isEqualTo(expected(text));
    }
  }

  @Test
  void whateverIsMixedIsCutAsTheDefinitionSays() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.appendCodePoint(ALPHABET[random.nextInt(ALPHABET.length)]);
      }
      assertThat(places(text.toString())).as("%s", text).isEqualTo(expected(text.toString()));
    }
  }

  /// Else a post could not be taken out of the index again.
  @Test
  void theIndexIsGivenTheWordsThatAreFound() {
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("B");
      for (int length = random.nextInt(6); length > 0; length--) {
        text.appendCodePoint(
            random.nextBoolean()
                ? ALPHABET[random.nextInt(ALPHABET.length)]
                : random.nextInt(Character.MAX_CODE_POINT));
      }
      StringBuilder words = new StringBuilder();
      Words.of(text.toString()).forEach(word -> words.append(word.folded()).append(' '));
      assertThat(Words.indexed(text.toString())).as("%s", text).isEqualTo(words.toString());
    }
  }

  @Test
  void caseAndAccentsDoNotMatter() {
    assertThat(Words.of("Caf\u00e9 CAFE cafe\u0301 \ufb01n"))
        .extracting(Words.Word::folded)
        .containsExactly("cafe", "cafe", "cafe", "fin");
  }

  /// Most people write without them.
  @Test
  void pointsAndVowelsOfHebrewAndArabicDoNotMatter() {
    assertThat(Words.of("\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd \u05e9\u05dc\u05d5\u05dd"))
        .extracting(Words.Word::folded)
        .containsOnly("\u05e9\u05dc\u05d5\u05dd");
    assertThat(
            Words.of(
                "\u0643\u0650\u062a\u064e\u0627\u0628\u064c"
                    + " \u0643\u0640\u0640\u062a\u0627\u0628 \u0643\u062a\u0627\u0628"))
        .extracting(Words.Word::folded)
        .containsOnly("\u0643\u062a\u0627\u0628");
    assertThat(Words.of("\u0623\u062d\u0645\u062f \u0627\u062d\u0645\u062f \u0644\u0670\u0646"))
        .extracting(Words.Word::folded)
        .containsExactly("\u0627\u062d\u0645\u062f", "\u0627\u062d\u0645\u062f", "\u0644\u0646");
  }

  @Test
  void idsAreNoWords() {
    String id = "%" + "A".repeat(43) + "=.sha256";
    assertThat(Words.of("see " + id + " there"))
        .extracting(Words.Word::folded)
        .containsExactly("see", "there");
  }

  private static List<String> places(String text) {
    return Words.of(text).stream().map(word -> word.start() + "-" + word.end()).toList();
  }

  private static List<String> expected(String text) {
    return WORD.matcher(text)
        .results()
        .filter(match -> !NOTHING.matcher(match.group()).matches())
        .map(WordsTest::place)
        .toList();
  }

  private static String place(MatchResult match) {
    return match.start() + "-" + match.end();
  }
}
