package dev.mulligan.runtime.classify;

import static dev.mulligan.annotations.FailureType.AUTHENTICATION;
import static dev.mulligan.annotations.FailureType.NETWORK;
import static dev.mulligan.annotations.FailureType.PERMANENT;
import static dev.mulligan.annotations.FailureType.STRUCTURAL;
import static dev.mulligan.annotations.FailureType.SYSTEM;
import static dev.mulligan.annotations.FailureType.TRANSIENT;
import static dev.mulligan.annotations.FailureType.VALIDATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.mulligan.annotations.FailureType;
import jakarta.persistence.EntityExistsException;
import jakarta.persistence.NoResultException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.RollbackException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionSystemException;

class DataLibrariesTest {

  @ParameterizedTest
  @CsvSource({
    "08001, NETWORK", // PostgreSQL, H2: cannot connect
    "08S01, NETWORK", // MySQL: communications link failure
    "08P01, PERMANENT",
    "0A000, STRUCTURAL",
    "21000, PERMANENT",
    "22001, VALIDATION",
    "23505, VALIDATION",
    "25P02, STRUCTURAL",
    "25P03, TRANSIENT",
    "28P01, AUTHENTICATION",
    "40001, TRANSIENT",
    "40P01, TRANSIENT",
    "40002, VALIDATION",
    "42601, STRUCTURAL",
    "42501, AUTHENTICATION",
    "45000, PERMANENT",
    "53300, TRANSIENT",
    "53100, SYSTEM",
    "55P03, TRANSIENT",
    "55000, PERMANENT",
    "57014, TRANSIENT",
    "57P01, NETWORK",
    "57P02, NETWORK",
    "57P03, NETWORK",
    "58030, SYSTEM",
    "61000, TRANSIENT",
    "HYT00, TRANSIENT",
    "HYT01, TRANSIENT",
    "P0001, PERMANENT",
    "XX000, SYSTEM"
  })
  void theStateDecides(String state, FailureType type) {
    assertThat(Judged.of(new SQLException("", state))).isEqualTo(Judged.as(type));
  }

  static Stream<Arguments> sql() {
    return Stream.of(
        // The state is stronger than the class, and the class is what is left without a state.
        arguments(new SQLSyntaxErrorException("", "40001"), TRANSIENT),
        arguments(new SQLTransientException("", "23505"), VALIDATION),
        arguments(new SQLSyntaxErrorException(""), STRUCTURAL),
        arguments(new SQLTimeoutException(""), TRANSIENT),
        arguments(new SQLNonTransientConnectionException("", "?"), NETWORK),
        arguments(new SQLException("", "99999"), SYSTEM),
        arguments(new SQLException("", ""), SYSTEM),
        arguments(new SQLException("", (String) null), SYSTEM),
        arguments(new BatchUpdateException("", "23503", new int[0]), VALIDATION),
        arguments(new PSQLException("", PSQLState.DEADLOCK_DETECTED), TRANSIENT),
        arguments(new PSQLException("", PSQLState.UNIQUE_VIOLATION), VALIDATION),
        arguments(new PSQLException("", PSQLState.CONNECTION_UNABLE_TO_CONNECT), NETWORK),
        // MySQL and MariaDB: lock wait timeout exceeded, and any other unmapped error.
        arguments(new SQLException("", "HY000", 1205), TRANSIENT),
        arguments(new SQLException("", "HY000", 1364), SYSTEM));
  }

  static Stream<Arguments> spring() {
    return Stream.of(
        arguments(new CannotAcquireLockException(""), TRANSIENT),
        arguments(new OptimisticLockingFailureException(""), TRANSIENT),
        arguments(new QueryTimeoutException(""), TRANSIENT),
        arguments(new RecoverableDataAccessException(""), NETWORK),
        arguments(new DuplicateKeyException(""), VALIDATION),
        arguments(new EmptyResultDataAccessException(1), PERMANENT),
        arguments(new PermissionDeniedDataAccessException("", null), AUTHENTICATION),
        arguments(new InvalidDataAccessApiUsageException(""), STRUCTURAL),
        arguments(new InvalidDataAccessResourceUsageException("", deadlock()), STRUCTURAL),
        arguments(new DataAccessResourceFailureException(""), NETWORK),
        arguments(
            new DataAccessResourceFailureException("", new SQLException("", "28P01")),
            AUTHENTICATION),
        arguments(new UncategorizedDataAccessException("", deadlock()) {}, TRANSIENT),
        arguments(new UncategorizedDataAccessException("", null) {}, SYSTEM),
        arguments(new CannotCreateTransactionException("", broken()), NETWORK),
        arguments(new CannotCreateTransactionException(""), NETWORK),
        arguments(new TransactionSystemException("", new RollbackException(deadlock())), TRANSIENT),
        arguments(new IllegalTransactionStateException(""), STRUCTURAL));
  }

  static Stream<Arguments> persistence() {
    return Stream.of(
        arguments(new PersistenceException(deadlock()), TRANSIENT),
        arguments(new PersistenceException(new PersistenceException(broken())), NETWORK),
        arguments(new PersistenceException(new SQLException("", "23505")), VALIDATION),
        arguments(new PersistenceException(""), SYSTEM),
        arguments(new RollbackException(new OptimisticLockException()), TRANSIENT),
        arguments(new OptimisticLockException(), TRANSIENT),
        arguments(new EntityExistsException(), VALIDATION),
        arguments(new NoResultException(), PERMANENT));
  }

  @ParameterizedTest
  @MethodSource({"sql", "spring", "persistence"})
  void theExceptionDecidesOrElseItsCause(Throwable thrown, FailureType type) {
    assertThat(Judged.of(thrown)).isEqualTo(Judged.as(type));
  }

  private static SQLException deadlock() {
    return new SQLException("deadlock detected", "40P01");
  }

  private static SQLException broken() {
    return new SQLException("connection failure", "08006");
  }
}
