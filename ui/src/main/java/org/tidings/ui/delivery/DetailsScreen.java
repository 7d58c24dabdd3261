package org.tidings.ui.delivery;

import static org.tidings.ui.control.ScrollColumn.hint;
import static org.tidings.ui.control.ScrollColumn.section;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.Byline;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.CopyButton;
import org.tidings.ui.control.CopyLine;
import org.tidings.ui.control.EmptyState;
import org.tidings.ui.control.KeyedRows;
import org.tidings.ui.control.RelativeTime;
import org.tidings.ui.control.ScreenHeader;
import org.tidings.ui.control.ScrollColumn;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.Words;
import org.tidings.ui.delivery.Details.Way;
import org.tidings.ui.delivery.Holder.Part;
import org.tidings.ui.markdown.MarkdownView;
import org.tidings.ui.post.PostActions;
import org.tidings.ui.post.PostText;
import org.tidings.ui.profile.PersonRow;
import org.tidings.ui.text.FlowText;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.Workspace;

/// What is known about a message: who has it; its id, how it came here, and all of
/// it. Confined to the JavaFX thread.
public final class DetailsScreen extends BorderPane {
  private final FlowText held = Words.of("", "held-words");
  private final FlowText left = hint("");
  private final FlowText others = hint("");
  private final KeyedRows<Holder> holders;
  private final FlowText place = hint("");
  private final FlowText arrived = hint("");
  private final KeyedRows<Holder> bringer;
  private final StackPane signed = new StackPane();
  private final PostActions actions;
  private String wire = "";

  private DetailsScreen(Workspace workspace, DetailsViewModel model, MessageId message) {
    actions = new PostActions(workspace);
    holders = people(workspace);
    bringer = people(workspace);
    ScrollColumn column =
        new ScrollColumn(
            section("delivery.section", held, left, holders, others),
            section(
                "details.id",
                place,
                arrived,
                bringer,
                new CopyLine("details.id", message.toString())),
            section(
                "details.signed",
                hint(Texts.of("details.signed.text")),
                new CopyButton("details.signed.copy", () -> wire),
                signed));
    setTop(new ScreenHeader(workspace.navigator(), Texts.of("details.title")));
    EmptyState missing =
        EmptyState.missing(Feather.CLOUD_OFF, "details.missing", workspace.navigator());
    missing.visibleProperty().bind(model.missingProperty());
    setCenter(new StackPane(column, missing));
    getStyleClass().add("screen");
    column.visibleProperty().bind(model.detailsProperty().map(Optional::isPresent));
    model.detailsProperty().subscribe(found -> found.ifPresent(this::show));
    column.beginIn(this, Texts.of("details.title"), missing);
  }

  /// The screen of the details of `message`.
  public static Screen screen(Workspace workspace, MessageId message) {
    DetailsViewModel model = new DetailsViewModel(workspace, message);
    return new Screen(new DetailsScreen(workspace, model, message), model::close);
  }

  private static KeyedRows<Holder> people(Workspace workspace) {
    return new KeyedRows<>(
        holder -> holder.by().id().toString(),
        holder -> new PersonRow<>(holder, Holder::by, Holder::words, workspace));
  }

  private void show(Details details) {
    ZoneId zone = ZoneId.systemDefault();
    place.setText(Texts.of("details.place", details.number(), details.by().name()));
    arrived.setText(arrived(details.way(), RelativeTime.full(details.arrived(), zone)));
    bringer.show(bringer(details.way()));
    wire = details.wire();
    showSigned(details.signed());
    show(details.copies(), details.own(), zone);
  }

  /// It never changes, and whoever reads it stays where they are.
  private void showSigned(String text) {
    if (signed.getChildren().isEmpty()) {
      signed.getChildren().setAll(MarkdownView.ofCode(text, new PostText(List.of(), actions)));
    }
  }

  private static String arrived(Way way, String time) {
    return switch (way) {
      case Way.Written written -> Texts.of("details.posted", time);
      case Way.Brought(Byline by) -> Texts.of("details.received", by.name(), time);
      case Way.InFile file -> Texts.of("details.file", time);
      case Way.Unknown unknown -> Texts.of("details.arrived", time);
    };
  }

  private static List<Holder> bringer(Way way) {
    return way instanceof Way.Brought(Byline by)
        ? List.of(new Holder(by, Part.BROUGHT))
        : List.of();
  }

  private void show(Details.Copies where, boolean own, ZoneId zone) {
    boolean isKnown = own || !where.held().isOnlyHere();
    held.setText(isKnown ? where.held().words() : Texts.of("delivery.unknown"));
    Shown.when(own, left);
    left.setText(
        where
            .left()
            .map(at -> Texts.of("delivery.left", RelativeTime.full(at, zone)))
            .orElseGet(
                () ->
                    Texts.of(
                        where.held().isOnlyHere() ? "delivery.never" : "delivery.leftUnknown")));
    holders.show(
        Stream.concat(
                where.friends().stream().map(by -> new Holder(by, Part.HAS)),
                where.sentTo().stream().map(by -> new Holder(by, Part.WAS_SENT)))
            .toList());
    others.setText(Texts.of("delivery.othersToo", where.held().others()));
    Shown.when(where.held().others() > 0, others);
  }
}
