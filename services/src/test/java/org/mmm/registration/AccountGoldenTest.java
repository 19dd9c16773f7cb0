package org.mmm.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mmm.action.Action;
import org.mmm.action.Edition;
import org.mmm.golden.Stored;
import org.mmm.kernel.Address;
import org.mmm.kernel.Ask;
import org.mmm.kernel.Hlc;
import org.mmm.kernel.Message;
import org.mmm.kernel.Moment;
import org.mmm.pa.Complements;
import org.mmm.pa.ProcessAction;
import org.mmm.pa.With;
import org.mmm.rights.Quotas;
import org.mmm.world.BirthRights;

@DisplayName("The form in which an Account is stored never changes")
class AccountGoldenTest {
  private static final Hlc AT = new Hlc(1_772_356_364_871L, 1);

  private final AccountMachine machine =
      new AccountMachine(
          Address.parse("service/REGISTRATION/anna"),
          new BirthRights("MI1", List.of()),
          Quotas.DEFAULT);

  @Test
  void ofEachEventAndOfTheState() throws IOException {
    List<AccountEvent> events = new ArrayList<>(registering());
    events.add(new AccountEvent.NamesClaimed(AT));
    events.add(new AccountEvent.Registered(AT));
    assertThat(events.stream().map(Object::getClass).map(Class::getSimpleName))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(AccountEvent.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList());
    AccountState state = machine.empty();
    for (AccountEvent event : events) {
      Stored.isAsItsFileSays(AccountEvent.class, event);
      state = machine.apply(state, event);
    }
    Stored.isAsItsFileSays(AccountState.class, state);
  }

  private List<AccountEvent> registering() {
    ObjectNode profile = JsonNodeFactory.instance.objectNode().put("FirstName", "Anna");
    ObjectNode extra = JsonNodeFactory.instance.objectNode();
    extra.put("tokenId", "t1").put("recoveryHash", "r1").put("passwordHash", "p1");
    ProcessAction action =
        new ProcessAction(
            "anna",
            Action.REGISTER,
            Edition.ARC_1_2,
            Complements.NONE.withBy("RegistrationService").with(List.of(new With.Inline(profile))));
    List<String> fresh = List.of("Account-1", "User-1", "Device-1", "Persona-1");
    Ask ask = new Ask("k1", "d1", action, Map.of(), fresh, AT.millis(), false, null, extra);
    return machine.on(machine.empty(), new Message.Submit(ask), Moment.of(AT)).events();
  }
}
