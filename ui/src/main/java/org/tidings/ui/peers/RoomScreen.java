package org.tidings.ui.peers;

import static org.tidings.ui.control.ScrollColumn.hint;
import static org.tidings.ui.control.ScrollColumn.section;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.CopyLine;
import org.tidings.ui.control.EmptyState;
import org.tidings.ui.control.KeyedRows;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.ScreenHeader;
import org.tidings.ui.control.ScrollColumn;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.Words;
import org.tidings.ui.peers.RoomDetails.Attendant;
import org.tidings.ui.profile.PersonRow;
import org.tidings.ui.text.FlowText;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.Workspace;

/// A room: who is there, how others get in, by which names we are found there, and leaving.
/// Confined to the JavaFX thread.
public final class RoomScreen extends BorderPane {
  private final AliasViewModel aliases;
  private final NameLabel name = new NameLabel("", "room-name");
  private final Lamp lamp = new Lamp();
  private final FlowText state = Words.of("", "hint");
  private final Button call;
  private final KeyedRows<Attendant> people;
  private final FlowText peopleHint = hint("");
  private final CopyLine invite = new CopyLine("rooms.invite");
  private final Button page;
  private final FlowText inviteHint = hint("");
  private final VBox names;

  private RoomScreen(Workspace workspace, RoomViewModel model, AliasViewModel aliases) {
    this.aliases = aliases;
    people =
        new KeyedRows<>(
            who -> who.id().toString(),
            who -> new PersonRow<>(who, Attendant::by, RoomScreen::standing, workspace));
    call = Buttons.primary("rooms.call", model::call);
    call.disableProperty().bind(model.busyProperty());
    page = Buttons.plain("rooms.page", model::openPage);
    page.disableProperty().bind(model.busyProperty());
    names = section("alias.section", hint(Texts.of("alias.text")), new AliasBox(aliases));
    ScrollColumn column =
        new ScrollColumn(
            head(),
            section("rooms.people", peopleHint, people),
            section("rooms.inviteSection", inviteHint, invite, page),
            names,
            section(
                "rooms.leaveSection",
                hint(Texts.of("rooms.leave.hint")),
                Buttons.plain("rooms.leave", model::leave)));
    setTop(new ScreenHeader(workspace.navigator(), Texts.of("rooms.title")));
    EmptyState unknown =
        EmptyState.missing(Feather.MAP_PIN, "rooms.unknown", workspace.navigator());
    unknown.visibleProperty().bind(model.unknownProperty());
    setCenter(new StackPane(column, unknown));
    getStyleClass().add("screen");
    column.visibleProperty().bind(model.detailsProperty().map(Optional::isPresent));
    model.detailsProperty().subscribe(read -> read.ifPresent(this::show));
    column.beginIn(this, Texts.of("rooms.title"), unknown);
  }

  /// The screen of one room.
  public static Screen screen(Workspace workspace, FeedId room) {
    RoomViewModel model = new RoomViewModel(workspace, room);
    return new Screen(
        new RoomScreen(workspace, model, new AliasViewModel(workspace, room)), model::close);
  }

  private Node head() {
    VBox words = new VBox(name, state);
    words.setMinWidth(0);
    words.getStyleClass().add("situation-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head = new HBox(lamp, words, call);
    head.getStyleClass().addAll("card", "situation");
    return head;
  }

  private void show(RoomDetails room) {
    RoomRow row = room.row();
    name.show(row.name());
    state.setText(RoomRowView.words(row));
    lamp.show(row.entered() ? Light.CONNECTED : Light.ALONE);
    Shown.when(!row.entered(), call);
    showPeople(room);
    inviteHint.setText(Texts.of(inviteWords(room)));
    room.invite().ifPresent(invite::show);
    Shown.when(room.invite().isPresent(), invite);
    Shown.when(room.invitesOnPage(), page);
    Shown.when(room.knowsNames(), names);
    if (room.knowsNames()) {
      room.host().ifPresent(aliases::ask);
    }
  }

  private static String inviteWords(RoomDetails room) {
    if (room.invite().isPresent()) {
      return "rooms.invite.open";
    }
    return room.invitesOnPage() ? "rooms.invite.page" : "rooms.invite.none";
  }

  private void showPeople(RoomDetails room) {
    people.show(room.people());
    int more = room.row().others() - room.people().size();
    Shown.when(room.people().isEmpty() || more > 0, peopleHint);
    if (room.people().isEmpty()) {
      peopleHint.setText(
          Texts.of(room.row().entered() ? "rooms.people.none" : "rooms.people.unknown"));
    } else {
      peopleHint.setText(Texts.of("rooms.people.more", more));
    }
  }

  private static String standing(Attendant who) {
    if (who.connected()) {
      return Texts.of("rooms.connected");
    }
    return Texts.of(
        switch (who.standing()) {
          case FOLLOWED -> "peers.following";
          case BLOCKED -> "peers.blocked";
          case OURS, NEITHER -> "rooms.stranger";
        });
  }
}
