package org.tidings.ui.peers;

import static org.tidings.ui.control.ScrollColumn.hint;
import static org.tidings.ui.control.ScrollColumn.section;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.tidings.replication.transport.Routes;
import org.tidings.ui.common.FxThread;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.CheckLine;
import org.tidings.ui.control.CopyLine;
import org.tidings.ui.control.KeyedRows;
import org.tidings.ui.control.QrToggle;
import org.tidings.ui.control.ScreenHeader;
import org.tidings.ui.control.ScrollColumn;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.Tip;
import org.tidings.ui.control.WhileShown;
import org.tidings.ui.navigation.Navigator;
import org.tidings.ui.sync.SyncCard;
import org.tidings.ui.sync.SyncViewModel;
import org.tidings.ui.text.FlowText;
import org.tidings.ui.workspace.Screen;
import org.tidings.ui.workspace.Unseen;
import org.tidings.ui.workspace.Workspace;

/// People nearby and connections. Confined to the JavaFX thread.
public final class PeersView extends BorderPane {
  private final Button callAll;
  private final SituationCard situation;
  private final KeyedRows<RequestRow> requests;
  private final FlowText requestsHint = hint("");
  private final VBox requestsSection;
  private final KeyedRows<PeerRow> nearby;
  private final ConnectionsList connections;
  private final FlowText nobodyNearby = hint(Texts.of("peers.nearby.none"));
  private final KeyedRows<RoomRow> rooms;
  private final FlowText noRooms = hint(Texts.of("rooms.none"));
  private final FlowText noConnections = hint(Texts.of("peers.connections.none"));
  private final FlowText remark = hint("");
  private final CopyLine ownAddress = new CopyLine("peers.own");
  private final FlowText ownHint = hint("");

  private PeersView(Workspace workspace, PeersViewModel model, SyncViewModel sync) {
    ConnectViewModel connecting = new ConnectViewModel(workspace);
    ConnectBox connect = new ConnectBox(connecting);
    situation = new SituationCard(workspace, model, connect::enter);
    requests =
        new KeyedRows<>(
            row -> row.who().shown().id().toString(),
            row -> new RequestRowView(row, workspace, model));
    requestsSection = section("peers.requests", requestsHint, requests);
    nearby = rows(workspace, model);
    connections = new ConnectionsList(row -> new PeerRowView(row, workspace, model));
    rooms =
        new KeyedRows<>(
            row -> row.id().toString(), row -> new RoomRowView(row, workspace.navigator()));
    VBox code = new VBox();
    code.getStyleClass().add("section");
    QrToggle asCode =
        new QrToggle("peers.own", () -> workspace.replication().pairing(), code)
            .with(new CopyLine("peers.pairing"));
    ScrollColumn column =
        new ScrollColumn(
            situation,
            new SyncCard(sync),
            requestsSection,
            section(
                "peers.nearby",
                remark,
                nobodyNearby,
                nearby,
                localOnly(workspace),
                hint(Texts.of("privacy.localOnly.text"))),
            section("peers.connections", noConnections, connections),
            section("rooms.section", noRooms, rooms),
            section("peers.byAddress", hint(Texts.of("peers.byAddress.text")), connect),
            section(
                "peers.ownSection",
                ownHint,
                ownAddress,
                hint(Texts.of("peers.pairing.text")),
                asCode,
                code));
    callAll = Buttons.plain("peers.callAll", model::callEverybody);
    Tip.on(callAll, Texts.of("peers.callAll.text"));
    setTop(new ScreenHeader(workspace.navigator(), Texts.of("peers.title"), callAll));
    setCenter(column);
    getStyleClass().add("screen");
    column.visibleProperty().bind(model.peersProperty().map(Optional::isPresent));
    model
        .peersProperty()
        .subscribe(
            read -> {
              read.ifPresent(this::show);
              Shown.when(model.knowsSomebody(), callAll);
            });
    column.beginIn(this, Texts.of("peers.title"));
    Runnable take = () -> take(column, workspace.navigator(), connecting, connect);
    WhileShown.follow(this, workspace.navigator().broughtProperty(), brought -> take.run());
    column.visibleProperty().subscribe((was, is) -> take.run());
    connecting.outcomeProperty().subscribe((was, is) -> take.run());
  }

  private static CheckLine localOnly(Workspace workspace) {
    return CheckLine.following(
        "privacy.localOnly",
        workspace.routes().map(Routes::localOnly),
        only -> workspace.changeRoutes(routes -> routes.localOnly(only)));
  }

  /// What was pasted elsewhere stands in the field, which takes the keyboard as soon as it is there
  /// to see and nothing is being tried. It is used only when the person says so.
  private static void take(
      Node column, Navigator navigator, ConnectViewModel connecting, ConnectBox connect) {
    if (column.getScene() != null && column.isVisible() && !connecting.isTrying()) {
      navigator
          .broughtProperty()
          .get()
          .ifPresent(
              text -> {
                navigator.take();
                connecting.addressProperty().set(text);
                FxThread.soon(connect::enter);
              });
    }
  }

  /// The screen of people nearby and connections.
  ///
  /// @param unseen counts who waits for an answer
  /// @param sync how catching up goes
  public static Screen screen(Workspace workspace, Unseen unseen, SyncViewModel sync) {
    PeersViewModel model = new PeersViewModel(workspace);
    model.onAnswered(unseen::recount);
    return screen(workspace, model, sync);
  }

  static Screen screen(Workspace workspace, PeersViewModel model, SyncViewModel sync) {
    return new Screen(new PeersView(workspace, model, sync), model::close);
  }

  private void show(Peers peers) {
    situation.show(peers.situation(), peers.ways());
    requests.show(peers.requests());
    requestsHint.setText(
        Texts.of(peers.onlyInReach() ? "peers.requests.turnedAway" : "peers.requests.text"));
    Shown.when(!peers.requests().isEmpty(), requestsSection);
    nearby.show(peers.nearby());
    connections.show(peers.connections());
    rooms.show(peers.rooms());
    Shown.when(peers.rooms().isEmpty(), noRooms);
    Shown.when(peers.nearby().isEmpty() && peers.remark().isEmpty(), nobodyNearby);
    Shown.when(peers.connections().isEmpty(), noConnections);
    remark.setText(peers.remark().orElse(""));
    Shown.when(peers.remark().isPresent(), remark);
    ownAddress.show(peers.address().text());
    ownHint.setText(Texts.of(peers.address().onlyHere() ? "peers.own.onlyHere" : "peers.own.text"));
  }

  private static KeyedRows<PeerRow> rows(Workspace workspace, PeersViewModel model) {
    KeyedRows<PeerRow> rows =
        new KeyedRows<>(PeerRow::key, row -> new PeerRowView(row, workspace, model));
    rows.getStyleClass().add("peer-rows");
    return rows;
  }
}
