package org.mmm.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mmm.kernel.Telling.call;
import static org.mmm.kernel.Telling.named;
import static org.mmm.kernel.Told.events;
import static org.mmm.kernel.Told.question;
import static org.mmm.kernel.Told.reason;
import static org.mmm.kernel.Told.status;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.kernel.Address;
import org.mmm.kernel.Call;
import org.mmm.kernel.Finding;
import org.mmm.kernel.Question;
import org.mmm.pa.Complements;
import org.mmm.pa.PaStatus;
import org.mmm.pa.Reason;

@DisplayName("MM-Animate of Anna's Persona With Stream1")
class AnimatingTest {
  final OneItem persona = OneItem.inRoom1();
  final Complements said = Complements.nil("Persona1").with(List.of(named("Stream1")));
  final Call animate = call("Anna", 2, Action.MM_ANIMATE, said);

  @Test
  void asksTheStreamWhetherAnnaMayUseIt() {
    var outcome = persona.request(animate);

    assertThat(events(outcome)).isEmpty();
    assertThat(question(outcome).to()).isEqualTo(Address.item("Stream1"));
  }

  @Test
  void animatesItWithAStreamThatAnnaMayUse() {
    persona.request(animate, Finding.yes(Question.USE, "Stream1"));

    assertThat(persona.state().animatedWith()).isEqualTo("Stream1");
  }

  @Test
  void isRefusedWithTheReasonOfTheStream() {
    var mine = PaStatus.err(Reason.INS_RIGHTS, "Stream1 is Bruno's");
    var outcome = persona.request(animate, OneItem.no(Question.USE, "Stream1", mine));

    assertThat(status(outcome)).isEqualTo(mine);
    assertThat(persona.state().animatedWith()).isNull();
  }

  @Test
  void isRefusedToBruno() {
    assertThat(reason(persona.request(call("Bruno", 1, Action.MM_ANIMATE, said))))
        .isEqualTo(Reason.INS_RIGHTS);
  }

  @Test
  void isFaultyWithoutAStream() {
    Call call = call("Anna", 2, Action.MM_ANIMATE, Complements.nil("Persona1"));

    assertThat(reason(persona.request(call))).isEqualTo(Reason.FAULTY_PA);
  }
}
