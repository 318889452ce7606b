package dev.mulligan.runtime.classify;

import static dev.mulligan.annotations.FailureType.AUTHENTICATION;
import static dev.mulligan.annotations.FailureType.NETWORK;
import static dev.mulligan.annotations.FailureType.PERMANENT;
import static dev.mulligan.annotations.FailureType.STRUCTURAL;
import static dev.mulligan.annotations.FailureType.SYSTEM;
import static dev.mulligan.annotations.FailureType.TRANSIENT;
import static dev.mulligan.annotations.FailureType.VALIDATION;

import dev.mulligan.annotations.FailureType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules for databases, and for what lies on top of them. */
final class DataLibraries {
  static final Map<String, LibraryRule> RULES = new HashMap<>();

  static {
    RULES.put("java.sql.SQLException", new SqlRule());
    springData();
    springTransactions();
    List.of("jakarta.persistence.", "javax.persistence.").forEach(DataLibraries::persistence);
  }

  private DataLibraries() {}

  private static void springData() {
    String dao = "org.springframework.dao.";
    always(TRANSIENT, dao + "TransientDataAccessException");
    always(NETWORK, dao + "RecoverableDataAccessException");
    always(PERMANENT, dao + "NonTransientDataAccessException");
    always(VALIDATION, dao + "DataIntegrityViolationException");
    always(AUTHENTICATION, dao + "PermissionDeniedDataAccessException");
    always(STRUCTURAL, dao + "InvalidDataAccessApiUsageException");
    always(STRUCTURAL, dao + "InvalidDataAccessResourceUsageException");
    // Not transient by Spring's word, yet what it throws when the database cannot be reached.
    carrier(NETWORK, dao + "DataAccessResourceFailureException");
    carrier(SYSTEM, dao + "UncategorizedDataAccessException");
  }

  private static void springTransactions() {
    String transaction = "org.springframework.transaction.";
    carrier(NETWORK, transaction + "CannotCreateTransactionException");
    carrier(SYSTEM, transaction + "TransactionSystemException");
    always(STRUCTURAL, transaction + "TransactionUsageException");
  }

  private static void persistence(String jpa) {
    carrier(SYSTEM, jpa + "PersistenceException");
    always(TRANSIENT, jpa + "LockTimeoutException");
    always(TRANSIENT, jpa + "OptimisticLockException");
    always(TRANSIENT, jpa + "PessimisticLockException");
    always(TRANSIENT, jpa + "QueryTimeoutException");
    always(PERMANENT, jpa + "EntityNotFoundException");
    always(PERMANENT, jpa + "NoResultException");
    always(PERMANENT, jpa + "NonUniqueResultException");
    always(VALIDATION, jpa + "EntityExistsException");
    always(STRUCTURAL, jpa + "TransactionRequiredException");
  }

  private static void always(FailureType type, String name) {
    RULES.put(name, LibraryRule.always(type));
  }

  private static void carrier(FailureType otherwise, String name) {
    RULES.put(name, LibraryRule.carrier(otherwise));
  }
}
