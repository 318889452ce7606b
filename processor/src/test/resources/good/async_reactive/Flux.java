package reactor.core.publisher;

public abstract class Flux<T> {}
