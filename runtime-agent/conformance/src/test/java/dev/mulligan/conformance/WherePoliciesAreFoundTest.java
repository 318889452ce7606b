package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On the method, its class, the interface method, and other annotations. */
class WherePoliciesAreFoundTest extends ConformanceTest {
  private final Script script = Script.alwaysFailing(call -> new IOException());

  @AfterEach
  void discardLetters() {
    LetterFilter waiting = LetterFilter.waiting();
    Mulligan.deadLetters().list(waiting).forEach(l -> Mulligan.deadLetters().discard(l.id()));
  }

  @Test
  void onTheClassForAllPublicMethods() {
    OnClassSubject subject = Engine.guarded(OnClassSubject.class);

    assertThatThrownBy(() -> subject.twice(script)).isSameAs(script.thrown(2));
  }

  @Test
  void butTheMethodsOwnWins() {
    OnClassSubject subject = Engine.guarded(OnClassSubject.class);

    assertThatThrownBy(() -> subject.sixTimes(script)).isSameAs(script.thrown(6));
  }

  @Test
  void andOthersThanPublicOnesAreLeft() {
    OnClassSubject subject = Engine.guarded(OnClassSubject.class);

    assertThatThrownBy(() -> subject.once(script)).isSameAs(script.thrown(1));
  }

  @Test
  void onTheInterfaceMethodThatIsImplemented() {
    InheritedSubject subject = Engine.guarded(InheritedSubject.class);

    assertThatThrownBy(() -> subject.store("item", script)).isSameAs(script.thrown(4));
  }

  @Test
  void onTheInterfaceMethodsParameters() {
    InheritedSubject subject = Engine.guarded(InheritedSubject.class);

    assertThatThrownBy(() -> subject.keep("seven")).isInstanceOf(IOException.class);

    assertThat(Mulligan.deadLetters().list(LetterFilter.waiting().queue("inherited")))
        .extracting(Letter::key)
        .containsExactly("seven");
  }

  @Test
  void onAnotherAnnotation() {
    InheritedSubject subject = Engine.guarded(InheritedSubject.class);

    assertThatThrownBy(() -> subject.patiently(script)).isSameAs(script.thrown(5));
    assertThat(stateOf("patient")).isNotNull();
  }
}
