package org.tidings.ui.settings;

import static org.tidings.ui.control.ScrollColumn.hint;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.upkeep.DiskUse;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.ByteSize;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.Focus;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.OutcomeLine;
import org.tidings.ui.control.Words;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.picture.Pictures;
import org.tidings.ui.settings.StorageView.Fate;
import org.tidings.ui.settings.StorageView.Share;
import org.tidings.ui.settings.StorageViewModel.Compacting;
import org.tidings.ui.text.FlowText;
import org.tidings.ui.theme.Em;

/// What is on the disk, by what it is and by whose it is; how much of it pictures may take, and
/// giving back what is not needed. Confined to the JavaFX thread.
final class StoragePane extends VBox {
  private static final double AVATAR = 28;
  private static final long GIGA = 1_000_000_000;
  private static final long[] LIMITS = {GIGA, 2 * GIGA, 5 * GIGA, 10 * GIGA, 20 * GIGA, 50 * GIGA};

  private final StorageViewModel model;
  private final Navigator navigator;
  private final Pictures pictures;
  private final FlowText sum = Words.of(Texts.of("storage.looking"));
  private final VBox kinds = new VBox();
  private final VBox people = new VBox();
  private final Button compact;
  private final OutcomeLine progress = new OutcomeLine();

  StoragePane(StorageViewModel model, Navigator navigator, Pictures pictures) {
    this.model = model;
    this.navigator = navigator;
    this.pictures = pictures;
    compact = Buttons.inColumn("storage.compact", model::compact);
    compact.setId("storage-compact");
    kinds.getStyleClass().add("settings-lines");
    people.getStyleClass().add("settings-lines");
    getChildren()
        .setAll(
            sum,
            kinds,
            compact,
            hint(Texts.of("storage.compact.text")),
            progress,
            people,
            limit(),
            hint(Texts.of("storage.limit.text")));
    getStyleClass().add("settings-lines");
    model.viewProperty().subscribe(view -> view.ifPresent(this::show));
    model.compactingProperty().subscribe(this::show);
  }

  private ChoiceLine limit() {
    ObservableValue<Long> now = model.limit();
    List<Long> all =
        LongStream.concat(LongStream.of(LIMITS), LongStream.of(now.getValue()))
            .distinct()
            .sorted()
            .boxed()
            .toList();
    return new ChoiceLine(
        "storage.limit",
        ChoiceLine.radios(
            "limit", Texts.of("storage.limit"), all, StoragePane::limit, now, model::limit));
  }

  private static String limit(long bytes) {
    return bytes % GIGA == 0 ? Texts.of("storage.limit.giga", bytes / GIGA) : ByteSize.brief(bytes);
  }

  private void show(StorageView view) {
    sum.setText(Texts.of("storage.sum", ByteSize.brief(view.bytes())));
    List<Kind> all =
        List.of(
            new Kind("messages", view.use().map(DiskUse::messages)),
            new Kind("blobs", Optional.of(view.blobs())),
            new Kind("indexes", view.use().map(use -> use.indexes() + use.fullText())),
            new Kind("notes", view.use().map(DiskUse::notes)),
            new Kind("free", Optional.of(view.file().free())));
    VBox legend = new VBox();
    legend.getStyleClass().add("share-legend");
    all.forEach(kind -> legend.getChildren().add(kind.line()));
    kinds.getChildren().setAll(new ShareBar(view.bytes(), parts(view, all)), legend);
    Focus.stayIn(people, () -> showPeople(view), compact::requestFocus);
  }

  private void showPeople(StorageView view) {
    people.getChildren().setAll(hint(Texts.of("storage.people")));
    long most =
        Math.max(
            view.others().bytes(), view.largest().stream().mapToLong(Share::bytes).max().orElse(0));
    view.largest().forEach(share -> people.getChildren().add(row(share, most)));
    others(view, most).ifPresent(people.getChildren()::add);
  }

  /// Nothing before all is known: what grew piece by piece would seem to be a progress.
  private static List<ShareBar.Part> parts(StorageView view, List<Kind> all) {
    return view.use().isEmpty() ? List.of() : all.stream().flatMap(Kind::part).toList();
  }

  /// What is stored, of one kind.
  private record Kind(String name, Optional<Long> bytes) {
    Stream<ShareBar.Part> part() {
      return bytes.stream().map(amount -> new ShareBar.Part("share-" + name, amount));
    }

    Node line() {
      Region sign = new Region();
      sign.getStyleClass().addAll("share-sign", "share-" + name);
      HBox line =
          new HBox(
              sign,
              Words.of(Texts.of("storage.kind." + name)),
              size(bytes.map(ByteSize::brief).orElse("…")));
      line.getStyleClass().add("share-line");
      return line;
    }
  }

  private static FlowText size(String words) {
    FlowText size = Words.of(words, "hint");
    size.setMinWidth(USE_PREF_SIZE);
    return size;
  }

  private Node row(Share share, long most) {
    String name = share.by().name();
    String size =
        share.fate() == Fate.GOING
            ? Texts.of("removal.begun")
            : size(share.messages(), share.bytes());
    HBox row = row(new AvatarView(AVATAR, share.by(), pictures), name, size, share.bytes(), most);
    Clickable.link(row, name + ", " + size, () -> navigator.go(new Place.Profile(share.by().id())));
    Button remove =
        Buttons.icon(Feather.TRASH_2, "removal.remove", () -> model.remove(share.by().id()));
    remove.setAccessibleText(Texts.of("removal.of", name));
    return line(row, remove, share.fate() == Fate.REMOVABLE);
  }

  /// The bars have one scale, so that whose cannot be removed leave the room, too.
  private static HBox line(HBox row, Button remove, boolean removable) {
    HBox.setHgrow(row, Priority.ALWAYS);
    remove.setVisible(removable);
    HBox line = new HBox(row, remove);
    line.setFillHeight(false);
    line.getStyleClass().add("storage-line");
    return line;
  }

  private static Optional<Node> others(StorageView view, long most) {
    return Optional.of(view.others())
        .filter(others -> others.feeds() > 0)
        .map(
            others -> {
              Region nobody = new Region();
              nobody.setStyle("-fx-min-width: " + Em.of(AVATAR) + ";");
              String name = Texts.of("storage.others", others.feeds());
              String size = size(others.messages(), others.bytes());
              Button room = Buttons.icon(Feather.TRASH_2, "removal.remove", () -> {});
              return line(row(nobody, name, size, others.bytes(), most), room, false);
            });
  }

  private static String size(long messages, long bytes) {
    return Texts.of("storage.messages", messages) + "  ·  " + ByteSize.brief(bytes);
  }

  private static HBox row(Node sign, String name, String size, long bytes, long most) {
    NameLabel label = new NameLabel(name, "post-author");
    VBox words =
        new VBox(
            label,
            Words.of(size, "hint"),
            new ShareBar(most, List.of(new ShareBar.Part("share-messages", bytes))));
    words.getStyleClass().add("share-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(sign, words);
    row.setFillHeight(false);
    row.getStyleClass().add("person-row");
    return row;
  }

  private static String words(Compacting now) {
    return switch (now) {
      case Compacting.Idle idle -> "";
      case Compacting.UnderWay(long left) -> Texts.of("storage.compacting", ByteSize.brief(left));
      case Compacting.Packing packing -> Texts.of("storage.packing");
      case Compacting.Done(long bytes) when bytes > 0 ->
          Texts.of("storage.compacted", ByteSize.brief(bytes));
      case Compacting.Done none -> Texts.of("storage.compacted.nothing");
      case Compacting.Waiting(String why) -> why;
    };
  }

  private void show(Compacting now) {
    compact.setDisable(now instanceof Compacting.UnderWay || now instanceof Compacting.Packing);
    progress.tell(words(now), now instanceof Compacting.Waiting, Optional.empty());
  }
}
