package org.tidings.ui.delivery;

import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.ref.MessageId;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Clickable;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.Tip;
import org.tidings.ui.control.WhileShown;

/// Says quietly how many have a post of ours; leads to its details. Confined to the JavaFX thread.
public final class HeldMark extends Label {
  private final MessageId message;

  /// @param open shows the details
  public HeldMark(MessageId message, DeliveryWatch watch, Runnable open) {
    this.message = message;
    setMinWidth(USE_PREF_SIZE);
    Tip.on(this, Texts.of("delivery.mark"));
    getStyleClass().add("held-mark");
    Clickable.link(this, Texts.of("delivery.mark"), open);
    WhileShown.follow(this, watch.heldProperty(), this::show);
  }

  private void show(Map<MessageId, Held> all) {
    Optional<Held> held = Optional.ofNullable(all.get(message));
    Shown.when(held.isPresent(), this);
    held.ifPresent(
        now -> {
          setText(now.words());
          setGraphic(new Icon(now.isOnlyHere() ? Feather.HARD_DRIVE : Feather.USERS));
          setAccessibleText(now.words() + ". " + Texts.of("delivery.mark"));
        });
  }
}
