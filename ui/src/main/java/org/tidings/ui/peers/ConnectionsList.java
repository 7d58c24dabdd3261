package org.tidings.ui.peers;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.KeyedRows;
import org.tidings.ui.control.Shown;
import org.tidings.ui.peers.PeerRow.Way;

/// Peers by the way they are reached, with a title above each. Confined to the JavaFX thread.
final class ConnectionsList extends VBox {
  private final Map<Way, Group> groups = new EnumMap<>(Way.class);

  private record Group(Label title, KeyedRows<PeerRow> rows) {}

  /// @param make a row that shows a peer
  ConnectionsList(Function<PeerRow, PeerRowView> make) {
    for (Way way : Way.values()) {
      Label title = new Label(Texts.of("peers.way." + way.name()));
      title.getStyleClass().add("found-title");
      KeyedRows<PeerRow> rows = new KeyedRows<>(PeerRow::key, make);
      rows.getStyleClass().add("peer-rows");
      groups.put(way, new Group(title, rows));
      getChildren().addAll(title, rows);
    }
  }

  void show(List<PeerRow> peers) {
    groups.forEach(
        (way, group) -> {
          List<PeerRow> its = peers.stream().filter(row -> row.way() == way).toList();
          group.rows.show(its);
          Shown.when(!its.isEmpty(), group.title);
        });
  }
}
