package org.tidings.ui.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tidings.ui.common.Texts;
import org.tidings.ui.text.EmojiGroup;
import org.tidings.ui.text.EmojiIndex;

/// The emoji one can choose from, in rows: those chosen last and a few that are used most, then all
/// by their groups; or those whose names begin as is typed. One of them may be marked. Confined to
/// the screen thread.
final class EmojiChoices {
  /// So many beside each other.
  static final int COLUMNS = 9;

  private static final int MOST_FOUND = 90;
  private static final int MOST_RECENT = 2 * COLUMNS;
  private static final List<String> USUAL =
      List.of(
          "❤️", "👍", "😂", "😮", "😢", "🎉", "🙏", "🔥", "👀", "🌱", "✊", "💡", "🤔", "👏", "💙",
          "🌊", "😊", "🤗");

  private final List<String> recent;
  private final StringProperty typed = new SimpleStringProperty("");
  private final ObservableList<EmojiRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Spot>> marked =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// A place among the rows.
  record Spot(int row, int column) {}

  /// @param last those chosen last, the last one first
  EmojiChoices(List<String> last) {
    recent =
        Stream.concat(
                last.stream().filter(emoji -> EmojiIndex.get().find(emoji).isPresent()),
                USUAL.stream())
            .distinct()
            .limit(MOST_RECENT)
            .toList();
    typed.subscribe(this::offer);
  }

  /// By what is looked for.
  StringProperty typedProperty() {
    return typed;
  }

  ObservableList<EmojiRow> rows() {
    return rows;
  }

  /// Which one Enter takes; the first of all where none is marked.
  ReadOnlyObjectProperty<Optional<Spot>> markedProperty() {
    return marked.getReadOnlyProperty();
  }

  private void offer(String name) {
    List<EmojiRow> offered = new ArrayList<>();
    if (name.isBlank()) {
      add(offered, "emoji.recent", recent);
      for (EmojiGroup group : EmojiGroup.values()) {
        add(offered, key(group), EmojiIndex.get().in(group));
      }
    } else {
      lines(offered, found(name.strip()));
    }
    marked.set(Optional.empty());
    rows.setAll(offered);
  }

  private static List<String> found(String name) {
    return EmojiIndex.get().whoseNamesBegin(name, Texts.language(), MOST_FOUND).stream()
        .map(EmojiIndex.Named::emoji)
        .toList();
  }

  private static void add(List<EmojiRow> offered, String key, List<String> emoji) {
    offered.add(new EmojiRow.Title(key));
    lines(offered, emoji);
  }

  private static void lines(List<EmojiRow> offered, List<String> emoji) {
    for (int at = 0; at < emoji.size(); at += COLUMNS) {
      offered.add(new EmojiRow.Some(emoji.subList(at, Math.min(at + COLUMNS, emoji.size()))));
    }
  }

  /// What an emoji is called in the language of the window.
  static String name(String emoji) {
    return EmojiIndex.get().nameOf(emoji, Texts.language());
  }

  /// The key of what a group is called.
  static String key(EmojiGroup group) {
    return "emoji.group." + group.name();
  }

  /// In which row the title of `group` stands, where all are offered.
  OptionalInt rowOf(EmojiGroup group) {
    int row = rows.indexOf(new EmojiRow.Title(key(group)));
    return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /// What stands there.
  String at(Spot spot) {
    return emoji(spot.row).get(spot.column);
  }

  private List<String> emoji(int row) {
    return rows.get(row) instanceof EmojiRow.Some(var emoji) ? emoji : List.of();
  }

  /// The rows of emoji, from above.
  private List<Integer> lines() {
    return IntStream.range(0, rows.size()).filter(row -> !emoji(row).isEmpty()).boxed().toList();
  }

  /// Marks another, so many rows further down; from above all, and back to there, where none is
  /// marked.
  void down(int by) {
    List<Integer> lines = lines();
    int now = marked.get().map(spot -> lines.indexOf(spot.row)).orElse(-1);
    int next = Math.min(now + by, lines.size() - 1);
    int column = marked.get().map(Spot::column).orElse(0);
    marked.set(next < 0 ? Optional.empty() : Optional.of(spot(lines.get(next), column)));
  }

  private Spot spot(int row, int column) {
    return new Spot(row, Math.clamp(column, 0, emoji(row).size() - 1));
  }

  /// Marks the one after it, or before it; returns whether one is marked.
  boolean along(int by) {
    marked.get().ifPresent(spot -> along(spot, by));
    return marked.get().isPresent();
  }

  private void along(Spot from, int by) {
    int column = from.column + by;
    List<Integer> lines = lines();
    int line = lines.indexOf(from.row);
    if (column < 0 && line > 0) {
      int above = lines.get(line - 1);
      marked.set(Optional.of(spot(above, emoji(above).size() - 1)));
    } else if (column >= emoji(from.row).size() && line < lines.size() - 1) {
      marked.set(Optional.of(new Spot(lines.get(line + 1), 0)));
    } else {
      marked.set(Optional.of(spot(from.row, column)));
    }
  }

  /// Marks the first of those below a title.
  void markBelow(int title) {
    marked.set(Optional.of(new Spot(title + 1, 0)));
  }

  /// The one that Enter takes; none where nothing is offered.
  Optional<String> chosen() {
    return marked
        .get()
        .or(() -> lines().stream().findFirst().map(row -> new Spot(row, 0)))
        .map(this::at);
  }
}
