package org.mmm.action;

import java.util.Arrays;
import java.util.Optional;

/**
 * The Services of an M-Instance by the names that the editions give them. Each is one Process; both
 * names mean the same one. Where an edition names none, the name is ours.
 */
public enum MmmService {
  REGISTRATION("RegistrationService", "RGSrvc"),
  ACTIVITY("ActivityService", "PRSrvc"),
  PARCEL("ParcelService", "PASrvc"),
  AUTHOR("AuthorService", "ATSrvc"),
  IDENTIFICATION("IdentificationService", "IDSrvc"),
  LOCATION("LocationService", "LCSrvc"),
  COMMUNICATION("CommunicationService", "COSrvc"),
  RIGHTS("RightsService", "RTSrvc"),
  EXPORT_IMPORT("ExportImportService", "EISrvc"),
  TRANSACTION("TransactionService", "TRSrvc"),
  MARKETPLACE("MarketplaceService", "MKSrvc"),
  DISCOVERY("DiscoveryService", "DSSrvc"),
  AUTHENTICATION("AuthenticationService", "AUSrvc"),
  INFORMATION("InformationService", "IFSrvc"),
  INTERPRETATION("InterpretationService", "ITSrvc"),
  CONVERSION("ConversionService", "CVSrvc"),
  EXECUTION("ExecutionService", "EXSrvc"),
  RESOLUTION("ResolutionService", "RVSrvc");

  private final String arcId;
  private final String tecId;

  MmmService(String arcId, String tecId) {
    this.arcId = arcId;
    this.tecId = tecId;
  }

  /** The ProcessID in the words of that edition. */
  public String id(Edition edition) {
    return edition == Edition.ARC_1_2 ? arcId : tecId;
  }

  /** The Service that either edition calls so. */
  public static Optional<MmmService> of(String processId) {
    return Arrays.stream(values())
        .filter(s -> s.arcId.equals(processId) || s.tecId.equals(processId))
        .findFirst();
  }
}
