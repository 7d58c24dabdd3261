package org.tidings.ui.welcome;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tidings.feed.Restoration;
import org.tidings.feed.content.About;
import org.tidings.feed.ref.BlobId;
import org.tidings.feed.ref.FeedId;
import org.tidings.ui.common.Background;
import org.tidings.ui.common.Problem;
import org.tidings.ui.common.Texts;
import org.tidings.ui.navigation.Place;
import org.tidings.ui.picture.Face;
import org.tidings.ui.workspace.WindowServices;

/// The first start: a few things to know, a name, a picture, and an identity, new or brought along.
/// What was done already is not done twice when a person has to try again. Confined to the screen
/// thread.
public final class WelcomeViewModel {
  /// As long as a name can be without being a text.
  public static final int LONGEST_NAME = 80;

  private final Background background;
  private final Restoration restoration;
  private final Callable<WindowServices> begin;
  private final BiConsumer<WindowServices, Place> enter;
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty words = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.CARDS);
  private final ReadOnlyObjectWrapper<Optional<Face>> picture =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private volatile Optional<WindowServices> begun = Optional.empty();

  /// Where in the first start a person is.
  public enum Step {
    CARDS,
    NAME,
    RESTORE
  }

  /// @param begin creates the identity, where none was brought, and opens its feeds; called off the
  ///     screen thread
  /// @param enter goes on with them: at home, where a first post is offered, or where others are,
  ///     who have the posts of an identity that was brought
  public WelcomeViewModel(
      Background background,
      Restoration restoration,
      Callable<WindowServices> begin,
      BiConsumer<WindowServices, Place> enter) {
    this.background = background;
    this.restoration = restoration;
    this.begin = begin;
    this.enter = enter;
  }

  public StringProperty nameProperty() {
    return name;
  }

  /// The picture to be seen by; empty for none.
  public ReadOnlyObjectProperty<Optional<Face>> pictureProperty() {
    return picture.getReadOnlyProperty();
  }

  /// Whether a picture is being read right now.
  public ReadOnlyBooleanProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /// Takes the picture in this file; where it cannot be read, the one before stays.
  public void choosePicture(Path file) {
    if (busy.get() || reading.get()) {
      return;
    }
    reading.set(true);
    problem.set(Optional.empty());
    background.ask(
        () -> Face.of(file),
        face -> {
          reading.set(false);
          picture.set(Optional.of(face));
        },
        trouble -> {
          reading.set(false);
          failed(trouble, "welcome.failed.picture");
        });
  }

  /// Goes without a picture again.
  public void removePicture() {
    picture.set(Optional.empty());
  }

  /// The 24 words of an identity that was made elsewhere.
  public StringProperty wordsProperty() {
    return words;
  }

  /// The key file of another program on this computer.
  public Optional<Path> foundFile() {
    return restoration.found();
  }

  public ReadOnlyObjectProperty<Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /// Whether the identity is being made right now.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// On from the cards.
  public void next() {
    step.set(Step.NAME);
  }

  /// On from the cards with an identity that was made elsewhere.
  public void bring() {
    step.set(Step.RESTORE);
  }

  /// Back to the cards; what was typed is kept.
  public void back() {
    if (!busy.get()) {
      dismiss();
      step.set(Step.CARDS);
    }
  }

  /// Makes the identity, and publishes its name and picture if there are any.
  public void create() {
    if (busy.get() || reading.get()) {
      return;
    }
    busy.set(true);
    problem.set(Optional.empty());
    String wanted = nameToPublish();
    Optional<Face> face = picture.get();
    background.ask(
        () -> introduced(wanted, face), services -> done(services, new Place.Home()), this::failed);
  }

  /// Goes on as whom the words stand for.
  public void restoreWords() {
    String typed = words.get();
    restore(() -> restoration.fromWords(typed));
  }

  /// Goes on as whom the key file belongs to.
  public void restoreFile(Path file) {
    restore(() -> restoration.fromFile(file));
  }

  private void restore(Background.Work bring) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    problem.set(Optional.empty());
    background.ask(
        () -> {
          bring.run();
          return begun();
        },
        services -> done(services, new Place.Peers()),
        trouble -> failed(trouble, "welcome.failed.restore"));
  }

  public void dismiss() {
    problem.set(Optional.empty());
  }

  private String nameToPublish() {
    return name.get().strip().replaceAll("\\s+", " ");
  }

  private WindowServices begun() throws Exception {
    WindowServices services = begun.isPresent() ? begun.get() : begin.call();
    begun = Optional.of(services);
    return services;
  }

  private WindowServices introduced(String wanted, Optional<Face> face) throws Exception {
    WindowServices services = begun();
    Optional<String> called = Optional.of(wanted).filter(name -> !name.isEmpty());
    Optional<BlobId> image = Optional.empty();
    if (face.isPresent()) {
      image = Optional.of(face.get().keepIn(services.feeds().blobs()));
    }
    if (called.isPresent() || image.isPresent()) {
      FeedId self = services.feeds().identity().id();
      About about = new About(self, called, image, Optional.empty());
      services.feeds().publisher().publish(about.toJson());
      image.ifPresent(services.replication().blobs()::push);
    }
    return services;
  }

  private void done(WindowServices services, Place first) {
    busy.set(false);
    enter.accept(services, first);
  }

  private void failed(Problem trouble) {
    failed(trouble, begun.isPresent() ? "welcome.failed.name" : "welcome.failed.identity");
  }

  private void failed(Problem trouble, String advice) {
    busy.set(false);
    problem.set(Optional.of(new Problem(trouble.sentence(), Texts.of(advice), trouble.code())));
  }
}
