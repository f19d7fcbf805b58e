package vermilion.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vermilion.clinical.Concern;
import vermilion.clinical.Urgency;

/// A helper whom the patient lets in by herself, and what he may do.
final class ConfidantTest {

  private static final Confidant.Right LOOK = Confidant.Right.LOOK;
  private static final Confidant.Right ANSWER = Confidant.Right.ANSWER;
  private static final Confidant.Right CALL = Confidant.Right.CALL;

  private static Course with(Confidant.Right... may) {
    return Course.begun().hour(6).by(Course.PATIENT, Course.letIn("Sam", may));
  }

  private static EpisodeEvent ended(Course course) {
    return new EpisodeEvent.ConfidantEnded(course.episode().confidants().getFirst().id());
  }

  @Test
  void nobody_is_in_until_she_lets_somebody_in() {
    assertThat(Course.begun().episode().confidants()).isEmpty();

    Course course = with(LOOK, CALL);

    assertThat(course.episode().confidants())
        .singleElement()
        .satisfies(sam -> {
          assertThat(sam.name()).isEqualTo("Sam");
          assertThat(sam.phone()).contains("020 7946 0003");
          assertThat(sam.may(CALL)).isTrue();
          assertThat(sam.may(ANSWER)).isFalse();
          assertThat(sam.since()).isEqualTo(course.now());
        });
  }

  @Test
  void a_red_flag_answered_by_a_helper_counts_as_one_answered_by_her() {
    Course course = with(LOOK, ANSWER);
    Course hers = Course.begun().hour(6).checkIn("colour", "pale");
    Map<String, String> pale = course.calmBut("full", "colour", "pale");

    course.by(Course.HELPER, new EpisodeEvent.CheckedIn("full", true, pale));

    assertThat(course.level(Concern.OCCLUSION)).isEqualTo(Urgency.URGENT);
    assertThat(course.standing().actBy()).isEqualTo(hers.standing().actBy());
    assertThat(course.standing().held()).isTrue();
    assertThat(course.episode().entries().getLast().by()).isEqualTo(Course.HELPER);
    assertThat(course.standing().tasks())
        .filteredOn(task -> task.done().isPresent())
        .isNotEmpty()
        .allSatisfy(task -> assertThat(task.done().orElseThrow().by()).isEqualTo(Course.HELPER));
  }

  @Test
  void who_may_only_look_or_was_ended_or_never_let_in_answers_nothing() {
    String refused = "type is contact, expected a helper whom she lets answer";
    EpisodeEvent worry = Course.message(Optional.empty());
    assertThat(Course.begun().refusal(Course.HELPER, worry)).isEqualTo(refused);
    assertThat(with(LOOK, CALL).refusal(Course.HELPER, worry)).isEqualTo(refused);

    Course course = with(LOOK, ANSWER);
    assertThat(course.refusal(Course.HELPER, worry)).isEqualTo("accepted");
    course.by(Course.NURSE, ended(course));
    assertThat(course.refusal(Course.HELPER, worry)).isEqualTo(refused);
    assertThat(course.episode().confidants()).isEmpty();
  }

  @Test
  void ending_twice_or_somebody_unknown_is_never_refused() {
    Course course = with(LOOK);
    EpisodeEvent ended = ended(course);
    course.by(Course.PATIENT, ended).by(Course.PATIENT, ended);
    assertThat(course.episode().confidants()).isEmpty();
    course.by(Course.PATIENT, Course.letIn("Sam", ANSWER, LOOK));
    assertThat(course.episode().confidants()).hasSize(1);
  }

  @Test
  void what_contradicts_itself_is_refused_with_what_was_expected() {
    Course course = with(LOOK);
    assertThat(course.refusal(Course.PATIENT, Course.letIn("Sam", LOOK)))
        .isEqualTo("name is Sam, expected a name that no other helper of hers has");
    assertThat(course.refusal(Course.PATIENT, Course.letIn("Kim")))
        .isEqualTo("may is nothing, expected one or more of [look, answer, call]");
    assertThat(course.refusal(Course.PATIENT, Course.letIn("Kim", ANSWER)))
        .startsWith("may is answer without look");
    EpisodeEvent silent =
        new EpisodeEvent.ConfidantLetIn("Kim", Optional.empty(), List.of(LOOK, CALL));
    assertThat(course.refusal(Course.PATIENT, silent)).startsWith("phone is absent");
    EpisodeEvent needless = new EpisodeEvent.ConfidantLetIn("Kim", Optional.of("1"), List.of(LOOK));
    assertThat(course.refusal(Course.PATIENT, needless)).startsWith("phone is a number");
    for (int i = course.episode().confidants().size(); i < Confidant.MOST; i++) {
      course.by(Course.PATIENT, Course.letIn("Kim " + i, LOOK));
    }
    assertThat(course.refusal(Course.PATIENT, Course.letIn("Pat", LOOK)))
        .isEqualTo("type is 5 helpers, expected at most 5 at one time");
  }
}
