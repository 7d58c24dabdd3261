package org.tidings.crypto.key;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.tidings.crypto.hash.Sha256;
import org.tidings.crypto.key.RecoveryWordsException.Reason;

/// A key as 24 English words that a person can write down: BIP 39 of its seed, as Manyverse and
/// `ssb-keys-mnemonic` do it. Thread-safe.
public final class RecoveryWords {
  /// So many words stand for a key.
  public static final int COUNT = 24;

  private static final int BITS_A_WORD = 11;
  private static final int LETTERS_THAT_TELL = 4;
  private static final List<String> ALL = read();

  private RecoveryWords() {}

  /// The words of a key.
  public static List<String> of(KeyPair keys) {
    byte[] seed = keys.seed();
    byte[] bytes = withChecksum(seed);
    List<String> words = new ArrayList<>(COUNT);
    for (int word = 0; word < COUNT; word++) {
      words.add(ALL.get(number(bytes, word * BITS_A_WORD)));
    }
    Arrays.fill(seed, (byte) 0);
    Arrays.fill(bytes, (byte) 0);
    return List.copyOf(words);
  }

  /// The key of the words, in large or small letters, whatever space is between them; a word may be
  /// cut after its first four letters. Of 48 words, as an old Manyverse wrote them, the first half
  /// counts.
  ///
  /// @throws RecoveryWordsException says what is wrong with them
  public static KeyPair keys(String typed) throws RecoveryWordsException {
    List<String> words = words(typed);
    if (words.size() != COUNT && words.size() != 2 * COUNT) {
      throw new RecoveryWordsException(
          Reason.COUNT,
          Integer.toString(words.size()),
          words.size() == 1
              ? "That is 1 word; it takes " + COUNT + "."
              : "Those are " + words.size() + " words; it takes " + COUNT + ".");
    }
    byte[] bytes = new byte[KeyPair.SEED_BYTES + 1];
    for (int word = 0; word < COUNT; word++) {
      put(bytes, word * BITS_A_WORD, numberOf(words.get(word)));
    }
    byte[] seed = Arrays.copyOf(bytes, KeyPair.SEED_BYTES);
    try {
      if (!Arrays.equals(withChecksum(seed), bytes)) {
        throw new RecoveryWordsException(
            Reason.MISMATCH,
            "",
            "These words do not belong together: one of them is another word, or in another"
                + " place.");
      }
      return KeyPair.fromSeed(seed);
    } finally {
      Arrays.fill(seed, (byte) 0);
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static List<String> words(String typed) {
    String plain = typed.strip().toLowerCase(Locale.ROOT);
    return plain.isEmpty() ? List.of() : List.of(plain.split("\\s+"));
  }

  private static int numberOf(String word) throws RecoveryWordsException {
    int at = Collections.binarySearch(ALL, word);
    if (at >= 0) {
      return at;
    }
    int next = -at - 1;
    if (word.length() >= LETTERS_THAT_TELL && next < ALL.size() && ALL.get(next).startsWith(word)) {
      return next;
    }
    throw new RecoveryWordsException(
        Reason.UNKNOWN, word, "“" + word + "” is none of the words such a key is made of.");
  }

  /// The seed and the first byte of its hash.
  private static byte[] withChecksum(byte[] seed) {
    byte[] bytes = Arrays.copyOf(seed, seed.length + 1);
    bytes[seed.length] = Sha256.of(seed)[0];
    return bytes;
  }

  /// Eleven bits from there on.
  private static int number(byte[] bytes, int bit) {
    int number = 0;
    for (int at = bit; at < bit + BITS_A_WORD; at++) {
      number = number << 1 | (bytes[at >> 3] >> (7 - (at & 7)) & 1);
    }
    return number;
  }

  private static void put(byte[] bytes, int bit, int number) {
    for (int i = 0; i < BITS_A_WORD; i++) {
      int at = bit + i;
      bytes[at >> 3] |= (byte) ((number >> (BITS_A_WORD - 1 - i) & 1) << (7 - (at & 7)));
    }
  }

  private static List<String> read() {
    try (InputStream in = RecoveryWords.class.getResourceAsStream("words.txt")) {
      if (in == null) {
        throw new IllegalStateException("missing resource words.txt");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
          .lines()
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
