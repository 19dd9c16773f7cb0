// Items as they stand in requests.

/** model: the URI of the model of the Persona; empty for none. */
export function personalProfile(name, user, persona, model) {
  return {
    Header: "MMM-PPR-V2.2",
    PersonalProfile: {
      Data: [{ FirstName: name }],
      Processes: [
        {
          ProcessIDOrProcess: [{ ProcessID: user }],
          PersonaIDOrPersona: [{ Persona: { ...modelObject(model), "3DModelObjectID": persona } }],
        },
      ],
    },
  };
}

export function spatialAttitude(x, y, z) {
  return { Header: "OSD-OSA-V1.5", Position: { Header: "OSD-OPS-V1.5", CartPosition: [x, y, z] } };
}

/** A 3D Model Object with that model, or with none if the URI is empty. */
export function modelObject(uri) {
  return { Header: "OSD-3DO-V1.5", ...(uri ? { "3DModelObjectData": [{ DataURI: uri }] } : {}) };
}

export function message(text) {
  return { Header: "MMM-MSG-V2.2", MessageData: [{ MessageData: text }] };
}

export function room(name, side) {
  return { Header: "MMM-ROM-V2.2", Name: name, Side: side };
}

/** A Right, or its withdrawal, to be in that Room with any Persona: the template first, then the Rights by it. */
export function rightToEnter(roomId, verb, key) {
  const template = {
    Header: "MMM-PAC-V2.2",
    ProcessActionID: `T-${key}`,
    Action: "MM-Move",
    "RQ-Complements": [{ ToItem: roomId }],
    PAStatus: [],
  };
  const rights = {
    Header: "MMM-RGT-V2.2",
    RightsID: `R-${key}`,
    RightsData: [
      { DeonticVerb: verb, Level: "Granted", PAIDOrPA: [{ ProcessActionID: `T-${key}`, Status: "Model" }] },
    ],
  };
  return [template, rights];
}
