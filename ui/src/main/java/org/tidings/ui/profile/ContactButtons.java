package org.tidings.ui.profile;

import java.util.List;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.graph.Relationship;
import org.tidings.feed.index.ProfileView;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Buttons;
import org.tidings.ui.control.FocusHandover;
import org.tidings.ui.control.Icon;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.Tip;
import org.tidings.ui.control.WhileShown;
import org.tidings.ui.post.PostActions;

/// What may be done about a feed: follow, block, or the opposite; for our own: change it. Confined
/// to the JavaFX thread.
final class ContactButtons extends FlowPane {
  private final ProfileViewModel model;
  private final ContactViewModel contact;

  /// @param change changes our own profile, or what we call somebody else
  ContactButtons(
      ProfileViewModel model, ContactViewModel contact, Runnable change, PostActions actions) {
    this.model = model;
    this.contact = contact;
    getStyleClass().add("profile-buttons");
    if (model.isOwn()) {
      getChildren().add(Buttons.plain("profile.edit", change));
    } else {
      addContactButtons(actions);
      Button name = Buttons.plain("profile.petname", change);
      Tip.on(name, Texts.of("profile.petname.text"));
      getChildren().add(name);
    }
    HBox icons =
        new HBox(
            Buttons.icon(Feather.LINK, "profile.copyLink", () -> actions.copyLink(model.feed())),
            Buttons.icon(Feather.COPY, "profile.copyId", () -> actions.copyId(model.feed())),
            Buttons.icon(Feather.CODE, "profile.raw", () -> actions.openRawLog(model.feed())));
    icons.getStyleClass().add("profile-icons");
    if (!model.isOwn()) {
      icons.getChildren().add(remove());
    }
    getChildren().add(icons);
  }

  private Button remove() {
    Button remove = Buttons.icon(Feather.TRASH_2, "removal.remove", contact::remove);
    WhileShown.follow(
        this, model.bytesProperty(), bytes -> Shown.when(bytes.longValue() > 0, remove));
    return remove;
  }

  private void addContactButtons(PostActions actions) {
    Button follow = Buttons.primary("profile.follow", contact::follow);
    Button followBack = Buttons.primary("profile.followBack", contact::follow);
    Button unfollow = Buttons.plain("profile.unfollow", contact::unfollow);
    Button unblock = Buttons.plain("profile.unblock", contact::unblock);
    Button block = Buttons.plain("profile.block", this::block);
    Button secretly = Buttons.plain("profile.blockSecretly", this::blockSecretly);
    add(follow, how -> !how.following() && !how.followsUs() && !how.blocking());
    add(followBack, how -> !how.following() && how.followsUs() && !how.blocking());
    add(unfollow, how -> how.following() && !how.blocking());
    Button talk = Buttons.plain("profile.private", () -> actions.openConversation(model.feed()));
    talk.setGraphic(new Icon(Feather.LOCK));
    getChildren().add(talk);
    add(unblock, Relationship::blocking);
    FocusHandover.among(
        this, List.of(addMute("profile.mute", true), addMute("profile.unmute", false)));
    add(block, how -> !how.blocking());
    Tip.on(secretly, Texts.of("profile.blockSecretly.what"));
    add(secretly, how -> !how.blocking());
    FocusHandover.among(this, List.of(follow, followBack, unfollow, unblock, block, secretly));
  }

  private Button addMute(String key, boolean next) {
    Button button = Buttons.plain(key, () -> contact.mute(next));
    Tip.on(button, Texts.of(key + ".what"));
    WhileShown.follow(
        this,
        contact.mutedProperty(),
        muted -> Shown.when(muted.filter(now -> now != next).isPresent(), button));
    getChildren().add(button);
    return button;
  }

  private void add(Button button, Predicate<Relationship> offered) {
    button.disableProperty().bind(Bindings.not(contact.canChangeProperty()));
    button.managedProperty().bind(button.visibleProperty());
    WhileShown.follow(
        this,
        model.profileProperty(),
        found ->
            button.setVisible(found.map(ProfileView::relationship).filter(offered).isPresent()));
    getChildren().add(button);
  }

  private void block() {
    model.profileProperty().get().ifPresent(view -> contact.block(view.shown().name()));
  }

  private void blockSecretly() {
    model.profileProperty().get().ifPresent(view -> contact.blockSecretly(view.shown().name()));
  }
}
