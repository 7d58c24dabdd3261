package org.tidings.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidings.feed.SomeFeed;
import org.tidings.feed.content.Contact;
import org.tidings.feed.content.Post;
import org.tidings.feed.log.PublishRefused;
import org.tidings.ui.workspace.FakeScreen;
import org.tidings.ui.workspace.TestWorkspace;

class ExploreViewModelTest {
  private final FakeScreen screen = new FakeScreen();
  private final SomeFeed mara = SomeFeed.of("Mara");
  private final SomeFeed jonas = SomeFeed.of("Jonas");
  private TestWorkspace test;
  private ExploreViewModel explore;

  @BeforeEach
  void open(@TempDir Path folder) throws PublishRefused {
    test = new TestWorkspace(folder, screen);
    mara.follow(jonas.id());
    double now = (double) test.temp().clock().millis();
    mara.write(Post.root("Low tide #harbour").toJson(), now);
    test.receive(mara);
    explore = new ExploreViewModel(test.workspace());
    screen.until(explore.loadedProperty()::get);
  }

  @AfterEach
  void close() {
    explore.close();
    test.close();
  }

  private List<Class<?>> kinds() {
    return explore.rows().stream().<Class<?>>map(Object::getClass).toList();
  }

  private ExploreRow.OfPerson person() {
    return (ExploreRow.OfPerson) explore.rows().get(1);
  }

  private void followMara() throws PublishRefused {
    test.workspace().feeds().publisher().publish(Contact.follow(mara.id()).toJson());
    screen.until(() -> kinds().contains(ExploreRow.OfPerson.class));
  }

  @Test
  void channelsAreThereBeforeAnybodyIsFollowed() {
    assertThat(kinds()).containsExactly(ExploreRow.Title.class, ExploreRow.OfChannel.class);
  }

  @Test
  void whomThoseWeFollowFollowComesWithWhy() throws PublishRefused {
    followMara();
    assertThat(person().who().by().id()).isEqualTo(jonas.id());
    assertThat(person().who().friend().id()).isEqualTo(mara.id());
    assertThat(person().who().friends()).isEqualTo(1);
  }

  @Test
  void whoIsFollowedIsNoLongerSuggested() throws PublishRefused {
    followMara();
    explore.follow(person().who());
    screen.until(() -> !kinds().contains(ExploreRow.OfPerson.class));
    assertThat(test.workspace().feeds().graph().followed()).contains(jonas.id());
  }

  @Test
  void whatWeSubscribeToIsNoLongerOffered() {
    explore.subscribe(((ExploreRow.OfChannel) explore.rows().get(1)).what());
    screen.until(() -> explore.rows().isEmpty());
  }

  @Test
  void whilePublishingIsHeldNothingCanBeFollowed() {
    test.workspace().feeds().gate().keyInUseElsewhere();
    screen.until(() -> !explore.canChangeProperty().get());
  }
}
