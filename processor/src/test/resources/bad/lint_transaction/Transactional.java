package jakarta.transaction;

public @interface Transactional {}
