package org.tidings.ui.profile;

import java.util.Optional;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.tidings.feed.index.ProfileView;
import org.tidings.ui.common.Texts;
import org.tidings.ui.control.WhileShown;

/// Chooses what stands below the head of a profile. Confined to the JavaFX thread.
final class SectionTabs extends HBox {
  private final ProfileViewModel model;
  private final ToggleGroup group = new ToggleGroup();

  SectionTabs(ProfileViewModel model) {
    this.model = model;
    getStyleClass().add("section-tabs");
    for (Section section : Section.values()) {
      getChildren().add(tab(section));
    }
  }

  private ToggleButton tab(Section section) {
    ToggleButton tab = new ToggleButton();
    tab.setToggleGroup(group);
    tab.getStyleClass().add("section-tab");
    tab.setOnAction(
        event -> {
          // The one chosen stays chosen.
          tab.setSelected(true);
          model.sectionProperty().set(section);
        });
    WhileShown.follow(this, model.sectionProperty(), chosen -> tab.setSelected(chosen == section));
    WhileShown.follow(this, model.profileProperty(), found -> tab.setText(words(section, found)));
    return tab;
  }

  private static String words(Section section, Optional<ProfileView> found) {
    ProfileView.Counts counts =
        found.map(ProfileView::counts).orElse(new ProfileView.Counts(0, 0, 0));
    return switch (section) {
      case POSTS -> Texts.of("profile.posts");
      case FOLLOWING -> Texts.of("profile.following", counts.following());
      case FOLLOWERS -> Texts.of("profile.followers", counts.followers());
    };
  }
}
