package org.mmm.registration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mmm.items.Account;
import org.mmm.items.AccountProcess;
import org.mmm.items.Envelope;
import org.mmm.items.ModelObject;
import org.mmm.items.PersonalProfile;
import org.mmm.items.ProcessItem;
import org.mmm.items.ProcessType;
import org.mmm.items.ProfileProcess;
import org.mmm.items.Ref;
import org.mmm.items.UnknownFields;
import org.mmm.kernel.MintedName;
import org.mmm.rights.Quotas;

/**
 * What a registration makes: decided once, so that a repetition goes on with the same names.
 *
 * @param account the Account's ID
 * @param processes at least one
 */
record Plan(String account, List<PlannedProcess> processes) {
  /** How many Personae one Account begins with at most. */
  static final int PERSONAE = 64;

  Plan {
    processes = List.copyOf(processes);
  }

  /** A Process and, if it is a User, its Personae. */
  record PlannedProcess(String id, ProcessType type, List<PlannedPersona> personae) {
    PlannedProcess {
      personae = List.copyOf(personae);
    }
  }

  /** A Persona, as a 3D Model Object. */
  record PlannedPersona(String id, ObjectNode data) {}

  /**
   * What a profile asks for: the IDs in it as they are, and unused names where it asks for nothing.
   *
   * @param fresh unused names for an Account, a User, a Device and a Persona
   * @throws IllegalArgumentException if it asks for what cannot be
   */
  static Plan of(PersonalProfile profile, List<String> fresh, Quotas quotas) {
    List<PlannedProcess> all = new ArrayList<>();
    List<PlannedPersona> homeless = new ArrayList<>();
    for (ProfileProcess entry : profile.processes()) {
      List<PlannedPersona> personae =
          entry.personae().stream().map(ref -> persona(ref, fresh.get(3))).toList();
      for (Ref<ProcessItem> ref : entry.processes()) {
        ProcessItem item = ref.item();
        ProcessType type = item == null ? ProcessType.USER : item.processType();
        String id = id(ref.id(), item == null ? null : item.envelope().id(), "Process", null);
        boolean user = type == ProcessType.USER;
        all.add(new PlannedProcess(id, type, user ? personae : List.of()));
        if (user) personae = List.of();
      }
      homeless.addAll(personae);
    }
    return new Plan(fresh.get(0), complete(all, homeless, fresh)).checked(quotas);
  }

  /** With a User, a Device and a Persona where none was asked for. */
  private static List<PlannedProcess> complete(
      List<PlannedProcess> asked, List<PlannedPersona> homeless, List<String> fresh) {
    List<PlannedProcess> all = new ArrayList<>(asked);
    boolean personae = asked.stream().anyMatch(p -> !p.personae().isEmpty());
    List<PlannedPersona> first = new ArrayList<>(homeless);
    if (first.isEmpty() && !personae) first.add(persona(null, fresh.get(3)));
    int user = 0;
    while (user < all.size() && all.get(user).type() != ProcessType.USER) user++;
    if (user == all.size()) {
      user = 0;
      all.add(0, new PlannedProcess(fresh.get(1), ProcessType.USER, List.of()));
    }
    if (asked.isEmpty()) all.add(new PlannedProcess(fresh.get(2), ProcessType.DEVICE, List.of()));
    PlannedProcess before = all.get(user);
    List<PlannedPersona> its = new ArrayList<>(before.personae());
    its.addAll(first);
    all.set(user, new PlannedProcess(before.id(), before.type(), its));
    return all;
  }

  private static PlannedPersona persona(@Nullable Ref<ModelObject> asked, String fresh) {
    ModelObject item = asked == null ? null : asked.item();
    String own = item == null ? null : item.envelope().id();
    String id = id(asked == null ? null : asked.id(), own, "Persona", fresh);
    ModelObject model =
        item == null ? new ModelObject(null, List.of(), null, Envelope.of(id)) : item;
    return new PlannedPersona(id, model.with(model.envelope().withId(id)).json());
  }

  private static String id(
      @Nullable String asked, @Nullable String own, String kind, @Nullable String fresh) {
    String id = asked != null ? asked : own;
    if (id == null && fresh != null) return fresh;
    if (id == null)
      throw new IllegalArgumentException("a " + kind + " that is asked for has an ID");
    if (MintedName.reserved(id)) {
      throw new IllegalArgumentException(
          "IDs of the form of " + id + " are given by the M-Instance; ask for another");
    }
    return id;
  }

  private Plan checked(Quotas quotas) {
    if (processes.size() > quotas.processesPerAccount()) {
      throw new IllegalArgumentException(
          "an Account has at most "
              + quotas.processesPerAccount()
              + " Processes, asked for were "
              + processes.size());
    }
    Set<String> names = new HashSet<>();
    int personae = 0;
    for (PlannedProcess process : processes) {
      if (process.type() == ProcessType.SERVICE) {
        throw new IllegalArgumentException(process.id() + ": a Service is not registered");
      }
      personae += process.personae().size();
      names.add(process.id());
      process.personae().forEach(p -> names.add(p.id()));
    }
    if (personae > PERSONAE) {
      throw new IllegalArgumentException(
          "an Account begins with at most " + PERSONAE + " Personae, asked for were " + personae);
    }
    if (names.size() < processes.size() + personae) {
      throw new IllegalArgumentException("an ID is asked for twice in the Personal Profile");
    }
    return this;
  }

  /** The Account Item that is answered: without personal data. */
  ObjectNode item(String human, String mInstance) {
    List<String> items = new ArrayList<>();
    List<AccountProcess> its = new ArrayList<>();
    for (PlannedProcess p : processes) {
      List<String> personae = p.personae().stream().map(PlannedPersona::id).toList();
      items.addAll(personae);
      its.add(new AccountProcess(p.id(), p.type(), personae, UnknownFields.NONE));
    }
    Envelope envelope = Envelope.of(account).withMInstanceId(mInstance);
    return new Account(human, null, null, items, its, envelope).json();
  }

  /** Who owns the Account Item: the first User. */
  String firstUser() {
    return processes.stream()
        .filter(p -> p.type() == ProcessType.USER)
        .findFirst()
        .orElseThrow()
        .id();
  }
}
