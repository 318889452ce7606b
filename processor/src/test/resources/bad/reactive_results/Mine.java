package com.acme;

import reactor.core.publisher.Mono;

abstract class Mine<T> extends Mono<T> {}
