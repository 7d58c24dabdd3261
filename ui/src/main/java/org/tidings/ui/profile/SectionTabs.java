package org.tidings.ui.profile;

import java.util.List;
import java.util.Optional;
import org.tidings.feed.index.ProfileView;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.Tabs;
import org.tidings.ui.control.WhileShown;

/// Chooses what stands below the head of a profile. For use on the JavaFX thread.
final class SectionTabs {
  private SectionTabs() {}

  static Tabs<Section> of(ProfileViewModel model) {
    return new Tabs<>(
        List.of(Section.values()),
        model.sectionProperty(),
        model.sectionProperty()::set,
        (section, tab) ->
            WhileShown.follow(
                tab, model.profileProperty(), found -> tab.setText(words(section, found))));
  }

  private static String words(Section section, Optional<ProfileView> found) {
    ProfileView.Counts counts =
        found.map(ProfileView::counts).orElse(new ProfileView.Counts(0, 0, 0));
    return switch (section) {
      case POSTS -> Texts.of("profile.posts");
      case PICTURES -> Texts.of("profile.pictures");
      case FOLLOWING -> Texts.of("profile.following", counts.following());
      case FOLLOWERS -> Texts.of("profile.followers", counts.followers());
    };
  }
}
