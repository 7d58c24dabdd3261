package org.tidings.ui.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// Which emoji we have pictures of, numbered in the order of the sheets. Read once, on first use.
/// Thread-safe.
public final class EmojiIndex {
  private static final int VARIATION_TEXT = 0xfe0e;
  private static final int VARIATION_PICTURE = 0xfe0f;

  /// How the names of what only colours others begin.
  private static final String COLOUR = "skin-tone";

  private final Map<String, Integer> bySequence = new HashMap<>();
  private final Map<String, String> byName = new LinkedHashMap<>();

  /// A name of each that has one.
  private final Map<String, String> names = new HashMap<>();

  private final Map<EmojiGroup, List<String>> groups = new EnumMap<>(EmojiGroup.class);

  private EmojiIndex() {
    var file =
        Objects.requireNonNull(getClass().getResourceAsStream("/org/tidings/ui/emoji/index.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      int number = 0;
      EmojiGroup group = EmojiGroup.SMILEYS;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String emoji = emoji(line.substring(0, line.indexOf('\t')));
        group = EmojiGroup.beginningWith(emoji).orElse(group);
        add(emoji, line.substring(line.indexOf('\t') + 1), group, number++);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Holder {
    static final EmojiIndex INDEX = new EmojiIndex();
  }

  public static EmojiIndex get() {
    return Holder.INDEX;
  }

  /// How many pictures there are.
  public int size() {
    return bySequence.size();
  }

  /// The number of the picture for one cluster, if it is meant as a picture and we have it.
  public OptionalInt find(String cluster) {
    if (!isPicture(cluster)) {
      return OptionalInt.empty();
    }
    Integer number = bySequence.get(bare(cluster));
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /// Those of a group, in the order of the sheets, each in its usual colour.
  public List<String> in(EmojiGroup group) {
    return List.copyOf(groups.getOrDefault(group, List.of()));
  }

  /// What an emoji is called in a language, or else by the name that all programs know; empty where
  /// it is not one of ours.
  ///
  /// @param language its code
  public String nameOf(String emoji, String language) {
    return EmojiNames.in(language)
        .of(emoji)
        .orElseGet(() -> names.getOrDefault(emoji, "").replace('_', ' '));
  }

  /// The emoji called `name` in `:name:`, or the words themselves when there is none.
  public String named(String name) {
    return byName.getOrDefault(name, ":" + name + ":");
  }

  /// An emoji and the name by which it was found.
  public record Named(String emoji, String name) {

    /// Whether a word in the name begins so.
    public boolean begins(String typed) {
      String words = EmojiNames.searched(typed);
      return inEnglish(typed) || (!words.isEmpty() && EmojiNames.searched(name).contains(words));
    }

    private boolean inEnglish(String typed) {
      return ("_" + name).contains("_" + asName(typed));
    }
  }

  /// At most `limit` emoji of which a name, or a word in it, begins so: by their names in a
  /// language first, then by those that all programs know, which are English and come first there;
  /// whole names and short ones first, else in the order of the sheets; each once.
  ///
  /// @param language its code
  public List<Named> whoseNamesBegin(String beginning, String language, int limit) {
    Set<String> seen = new HashSet<>();
    Stream<Named> known = inEnglish(beginning);
    Stream<Named> called = EmojiNames.in(language).beginning(beginning);
    return (language.equals("en") ? Stream.concat(known, called) : Stream.concat(called, known))
        .filter(named -> seen.add(named.emoji))
        .limit(limit)
        .toList();
  }

  private Stream<Named> inEnglish(String beginning) {
    String wanted = asName(beginning);
    return byName.entrySet().stream()
        .map(entry -> new Named(entry.getValue(), entry.getKey()))
        .filter(named -> named.inEnglish(beginning))
        .sorted(
            Comparator.comparing((Named named) -> !named.name.startsWith(wanted))
                .thenComparingInt(named -> named.name.length()));
  }

  private static String asName(String typed) {
    return typed.toLowerCase(Locale.ROOT).replace(' ', '_');
  }

  /// What has no name is another with a colour of skin, and so is offered only as that.
  private void add(String emoji, String called, EmojiGroup group, int number) {
    bySequence.put(bare(emoji), number);
    String[] all = called.split(" ", -1);
    for (String name : all) {
      byName.putIfAbsent(name, emoji);
    }
    if (!all[0].isEmpty()) {
      names.put(emoji, all[0]);
    }
    if (!all[0].isEmpty() && !all[0].startsWith(COLOUR)) {
      groups.computeIfAbsent(group, first -> new ArrayList<>()).add(emoji);
    }
  }

  /// What is written as code points, with hyphens between them; and that it is a picture, where
  /// only that tells it from a letter.
  static String emoji(String codes) {
    var sequence = new StringBuilder();
    for (String code : codes.split("-", -1)) {
      sequence.appendCodePoint(Integer.parseInt(code, 16));
    }
    return isPicture(sequence.toString())
        ? sequence.toString()
        : sequence.appendCodePoint(VARIATION_PICTURE).toString();
  }

  /// Whether it is meant as one.
  private static boolean isPicture(String cluster) {
    int first = cluster.codePointAt(0);
    boolean asked = cluster.indexOf(VARIATION_PICTURE) >= 0;
    boolean usual = first >= 0x2600 && Character.isExtendedPictographic(first);
    boolean flag = first >= 0x1f1e6 && first <= 0x1f1ff;
    return (asked || usual || flag) && cluster.indexOf(VARIATION_TEXT) < 0;
  }

  /// People's devices disagree on where the variation selector goes; the pictures do not differ.
  private static String bare(String cluster) {
    return cluster.replace("\ufe0f", "");
  }
}
