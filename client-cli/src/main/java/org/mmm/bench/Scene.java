package org.mmm.bench;

/** The script that prepares what the Users act on. */
final class Scene {
  private Scene() {}

  /** Registers the Users and, unless all is to happen in MM-Square, furnishes Rooms for them. */
  static String script(Plan plan) {
    StringBuilder script = new StringBuilder();
    script.append("for i in 1..").append(plan.users()).append(" {\n");
    script.append("human{i} Registers PersonalProfile{} By RegistrationService");
    script.append(" Into User{i}, Device{i}, Persona{i}\n");
    script.append("User{i} MM-Embeds Persona{i} At MM-Square\n");
    if (!plan.square()) {
      script.append("User{i} UM-Captures Data{i} At ULocation1\n");
    }
    script.append("}\n");
    if (!plan.square()) {
      script.append(rooms(plan));
    }
    return script.toString();
  }

  private static String rooms(Plan plan) {
    String grants =
        "together {\nfor i in 2.."
            + plan.users()
            + " {\n"
            + "User1 Changes Rights(May Granted MM-Embed Persona{i} At Room{k}) Of User{i}\n"
            + "}\n"
            + "}\n";
    return "for k in 1.."
        + Plan.ROOMS
        + " {\n"
        + "User1 Discovers Parcel By ParcelService Into Parcel{k}\n"
        + "User1 MM-Embeds Persona1 At Parcel{k} By ParcelService\n"
        + "User1 Authors Room{\"Name\": \"Bench\", \"Side\": 8, \"Capacity\": 2000}"
        + " By AuthorService Into Room{k}\n"
        + "User1 MM-Embeds Room{k} At Parcel{k} With SA(0, 0, 0)\n"
        + (plan.users() > 1 ? grants : "")
        + "}\n";
  }
}
