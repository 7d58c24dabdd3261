package org.tidings.crypto.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The key with its words stands in the tests of npm's `ssb-keys-mnemonic`, the others in BIP 39.
class RecoveryWordsTest {
  private static final String WORDS =
      "body hair useful camp warm into cause riot two bamboo kick educate dinosaur advice seed type"
          + " crisp where guilt avocado output rely lunch goddess";
  private static final String FEED = "1nf1T1tUSa43dWglCHzyKIxV61jG/EeeL1Xq1Nk8I3U=";
  private static final String OLD =
      " stool sausage fatigue repeat duty strike tape public celery dumb develop extra shed volcano"
          + " glide test elegant vapor step stick eternal own miss pottery";

  private static String feed(String typed) throws RecoveryWordsException {
    return RecoveryWords.keys(typed).publicKey().toString();
  }

  @Test
  void wordsOfAnotherProgramAreTheSameKey() throws Exception {
    assertThat(feed(WORDS)).contains(FEED);
    assertThat(String.join(" ", RecoveryWords.of(RecoveryWords.keys(WORDS)))).isEqualTo(WORDS);
  }

  @ParameterizedTest
  @CsvSource({
    "00, abandon, art",
    "7f, legal, title",
    "80, letter, bless",
    "ff, zoo, vote",
  })
  void seedsAreWhatTheStandardSays(String octet, String first, String last) {
    byte[] seed = new byte[KeyPair.SEED_BYTES];
    Arrays.fill(seed, HexFormat.of().parseHex(octet)[0]);
    assertThat(RecoveryWords.of(KeyPair.fromSeed(seed)))
        .hasSize(24)
        .startsWith(first)
        .endsWith(last);
  }

  @Test
  void everyKeyComesBack() throws Exception {
    SecureRandom random = new SecureRandom();
    for (int i = 0; i < 200; i++) {
      KeyPair keys = KeyPair.generate(random);
      List<String> words = RecoveryWords.of(keys);
      assertThat(RecoveryWords.keys(String.join(" ", words)).seed()).isEqualTo(keys.seed());
    }
  }

  @Test
  void itIsReadHoweverItWasWrittenDown() throws Exception {
    assertThat(feed("  " + WORDS.toUpperCase(Locale.ROOT).replace(" ", "\n \t") + "\n"))
        .contains(FEED);
    StringBuilder cut = new StringBuilder();
    for (String word : WORDS.split(" ", -1)) {
      cut.append(word, 0, Math.min(4, word.length())).append(' ');
    }
    assertThat(feed(cut.toString())).contains(FEED);
    assertThat(feed(WORDS + OLD)).contains(FEED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "body", "body hair"})
  void tooFewAreCounted(String typed) {
    assertThatThrownBy(() -> RecoveryWords.keys(typed))
        .isInstanceOf(RecoveryWordsException.class)
        .hasMessageContaining("it takes 24");
  }

  @Test
  void whatIsWrongIsSaid() {
    assertThatThrownBy(() -> RecoveryWords.keys(WORDS.replace("bamboo", "bambi")))
        .isInstanceOf(RecoveryWordsException.class)
        .hasMessageContaining("“bambi”");
    assertThatThrownBy(() -> RecoveryWords.keys(WORDS.replace("kick educate", "educate kick")))
        .isInstanceOf(RecoveryWordsException.class)
        .hasMessageContaining("do not belong together");
    assertThatThrownBy(() -> RecoveryWords.keys(WORDS.replace("two", "tw")))
        .isInstanceOf(RecoveryWordsException.class)
        .hasMessageContaining("“tw”");
  }
}
