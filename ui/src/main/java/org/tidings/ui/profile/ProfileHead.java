package org.tidings.ui.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.tidings.feed.index.ProfileView;
import org.tidings.feed.index.ProfileView.GivenName;
import org.tidings.feed.ref.SsbUri;
import org.tidings.feed.text.ShownName;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.ByteSize;
import org.tidings.ui.control.FoldedLine;
import org.tidings.ui.control.HintBanner;
import org.tidings.ui.control.NameLabel;
import org.tidings.ui.control.QrToggle;
import org.tidings.ui.control.Shown;
import org.tidings.ui.control.WhileShown;
import org.tidings.ui.control.Words;
import org.tidings.ui.markdown.MarkdownView;
import org.tidings.ui.picture.AvatarView;
import org.tidings.ui.post.PostActions;
import org.tidings.ui.post.PostText;
import org.tidings.ui.text.FlowText;

/// Who a feed is and how we stand to each other. Confined to the JavaFX thread.
final class ProfileHead extends VBox {
  private static final double AVATAR = 84;
  private static final int MOST_NAMES = 5;

  private final ProfileViewModel model;
  private final EditViewModel edit;
  private final PetnameViewModel petname;
  private final PostActions actions;
  private final ContactButtons buttons;
  private final VBox person = new VBox();
  private final VBox code = new VBox();

  ProfileHead(
      ProfileViewModel model,
      ContactViewModel contact,
      EditViewModel edit,
      PetnameViewModel petname,
      PostActions actions) {
    this.model = model;
    this.edit = edit;
    this.petname = petname;
    this.actions = actions;
    buttons =
        new ContactButtons(model, contact, model.isOwn() ? this::edit : petname::begin, actions);
    buttons
        .getChildren()
        .add(new QrToggle("profile.link", () -> SsbUri.of(model.feed()).toString(), code));
    person.getStyleClass().add("profile-person");
    HintBanner held = new HintBanner(Feather.PAUSE_CIRCLE, contact.heldProperty());
    HintBanner unheard = new HintBanner(Feather.VOLUME_X, unheard());
    getChildren()
        .setAll(person, buttons, code, stays(contact), held, unheard, SectionTabs.of(model));
    getStyleClass().add("profile-head");
    WhileShown.follow(this, model.profileProperty(), found -> show());
    WhileShown.follow(this, edit.editingProperty(), editing -> show());
    WhileShown.follow(this, petname.namingProperty(), naming -> show());
  }

  /// A block leaves what is here already.
  private FoldedLine stays(ContactViewModel contact) {
    FoldedLine line =
        new FoldedLine(
            Feather.HARD_DRIVE, Texts.of("removal.stays"), "removal.remove", contact::remove);
    Runnable show =
        () ->
            Shown.when(
                model.bytesProperty().get() > 0
                    && model.profileProperty().get().stream()
                        .anyMatch(view -> view.relationship().blocking()),
                line);
    WhileShown.follow(this, model.bytesProperty(), bytes -> show.run());
    WhileShown.follow(this, model.profileProperty(), found -> show.run());
    return line;
  }

  private void edit() {
    model.profileProperty().get().map(ProfileView::self).ifPresent(edit::begin);
  }

  private void show() {
    model.profileProperty().get().ifPresent(this::show);
  }

  private void show(ProfileView view) {
    boolean naming = petname.namingProperty().get();
    boolean editing = edit.editingProperty().get() || naming;
    buttons.setVisible(!editing);
    buttons.setManaged(!editing);
    Shown.when(!editing && !code.getChildren().isEmpty(), code);
    if (editing) {
      showForm(naming, view);
      return;
    }
    AvatarView avatar = new AvatarView(AVATAR, view.shown(), actions.album().pictures());
    VBox words = new VBox(new NameLabel(view.shown().name(), "profile-name"), standing(view));
    words.getStyleClass().add("profile-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox top = new HBox(avatar, words);
    top.getStyleClass().add("profile-top");
    person.getChildren().setAll(top);
    names(view).ifPresent(person.getChildren()::add);
    Optional.of(view.inCommon())
        .filter(friends -> !model.isOwn())
        .flatMap(FollowedBy::of)
        .map(ProfileHead::quiet)
        .ifPresent(person.getChildren()::add);
    view.self()
        .description()
        .map(text -> new MarkdownView(text, new PostText(List.of(), actions)))
        .ifPresent(person.getChildren()::add);
  }

  /// Whoever writes in it is not interrupted by what comes in meanwhile: it stays what it is.
  private void showForm(boolean naming, ProfileView view) {
    Class<? extends Node> form = naming ? PetnameForm.class : EditForm.class;
    if (person.getChildren().stream().noneMatch(form::isInstance)) {
      person
          .getChildren()
          .setAll(
              naming
                  ? new PetnameForm(petname)
                  : new EditForm(edit, view.shown(), actions.album().pictures()));
    }
  }

  private FlowText standing(ProfileView view) {
    List<String> words = new ArrayList<>(List.of(Standing.of(view.relationship())));
    long messages = view.counts().messages();
    if (messages > 0) {
      words.add(Texts.of("profile.messages", messages));
      words.add(Texts.of("profile.storage", ByteSize.brief(model.bytesProperty().get())));
    }
    return Words.of(String.join("  ·  ", words), "hint");
  }

  /// What they call themselves and what others call them, where that is something else.
  private static Optional<FlowText> names(ProfileView view) {
    String shown = view.shown().name();
    Optional<String> self = view.self().name().flatMap(ShownName::of);
    List<String> others =
        view.namesByOthers().stream()
            .map(GivenName::name)
            .filter(name -> !name.equals(shown) && !self.equals(Optional.of(name)))
            .distinct()
            .limit(MOST_NAMES)
            .toList();
    String own =
        self.filter(name -> !name.equals(shown))
            .map(name -> Texts.of("profile.ownName", name))
            .orElse("");
    String also = others.isEmpty() ? "" : Texts.of("profile.names", Texts.listed(others));
    String words = (own + "\n" + also).strip();
    return Optional.of(words).filter(text -> !text.isEmpty()).map(ProfileHead::quiet);
  }

  private static FlowText quiet(String words) {
    return Words.of(words, "profile-names");
  }

  /// Why what we write may not reach them.
  private ObservableValue<Optional<String>> unheard() {
    return Bindings.createObjectBinding(
        () -> model.profileProperty().get().flatMap(this::unheard),
        model.profileProperty(),
        model.heardProperty());
  }

  private Optional<String> unheard(ProfileView view) {
    boolean stranger = view.counts().messages() == 0 || view.relationship().blocking();
    if (model.isOwn() || stranger) {
      return Optional.empty();
    }
    if (view.relationship().blocksUs()) {
      return Optional.of(Texts.of("profile.blocksUs", view.shown().name()));
    }
    return model.heardProperty().get()
        ? Optional.empty()
        : Optional.of(Texts.of("profile.unheard", view.shown().name()));
  }
}
