@doc-epay-payment @needs:callbacks @row:epay_payment_cryptopay
Feature: The bank tells the shop

  Scenario: The shop is told of a payment, field by field as the document prints it
    Given an online shop that takes the money at once
    And the shop's customer "customer-7"
    And the customer wants the card to be kept
    And the shop wants to be told of payments
    And the shop gives the bank its own word "hash-15"
    When the customer pays 1500 tenge by a good card
    Then the shop was told 1 time
    And the news are as the document prints them: "epay-postlink-success"
    And the shop takes the order as paid once

  @needs:world @reason:484
  Scenario: The shop is told of a refusal, field by field as the document prints it
    Given an online shop that takes the money at once
    And the shop wants to be told of payments
    When the customer pays 1500 tenge by a card without money
    Then the shop was told 1 time
    And the news are as the document prints them: "epay-postlink-failure"

  @needs:faults
  Scenario: Told twice, the shop takes the order as paid once
    Given an online shop that takes the money at once
    And the shop wants to be told of payments
    And the bank tells everything twice
    When the customer pays 1500 tenge by a good card
    Then the shop was told 2 times
    And the shop takes the order as paid once

  @needs:faults @needs:clock
  Scenario: The news come late, and the status is there before them
    Given an online shop that takes the money at once
    And the shop wants to be told of payments
    And the bank's news are 5 min late
    When the customer pays 1500 tenge by a good card
    Then the payment is paid
    And the shop was told 0 times
    When 299 s pass
    Then the shop was told 0 times
    When 1 s pass
    Then the shop was told 1 time
    And the shop takes the order as paid once

  @needs:faults @needs:clock @needs:world
  Scenario: The refusal of the first card comes after the news of the second one's payment
    Given an online shop that takes the money at once
    And the shop wants to be told of payments
    And the bank's latest news come first
    When the customer pays 1500 tenge by a card without money
    And the customer pays for the same order by a good card
    And 60 s pass
    Then the shop was told 2 times
    And the shop takes the order as paid once
    And the late refusal changes nothing

  Scenario: News are no proof: the shop asks the bank
    Given an online shop that takes the money at once
    And the shop wants to be told of payments
    And the shop gives the bank its own word "hash-15"
    When the customer pays 1500 tenge by a good card
    Then the shop does not believe forged news with "amount" "15000"
    And the shop does not believe forged news with "secret_hash" "hash-16"
    And the shop does not believe forged news with "id" "00000000-0000-4000-8000-000000000000"
    And the shop does not believe forged news with "currency" "USD"

  @needs:faults
  Scenario: The shop asks for the news once more
    Given an online shop that takes the money at once
    And the shop wants to be told of payments
    When the customer pays 1500 tenge by a good card
    Then the shop was told 1 time
    When the bank repeats its news because the shop asks for it
    Then the shop was told 2 times
    And the shop takes the order as paid once

  @needs:faults
  Scenario: A slow shop holds nobody up
    Given an online shop that takes the money at once
    And the shop wants to be told of payments
    And the shop's server thinks for 300 ms
    When the customer pays 1500 tenge by a good card
    Then the bank agrees
    And the bank waits for the shop's answer
    And the bank knows that the shop was told

  @needs:faults @needs:clock @needs:impatience
  Scenario: A shop that thinks for too long is told once more
    Given an online shop that takes the money at once
    And the shop wants to be told of payments
    And the shop's server thinks for 8000 ms
    When the customer pays 1500 tenge by a good card
    Then the shop was told 1 time
    When the shop's server is well again
    And 60 s pass
    Then the shop was told 2 times
    And the bank knows that the shop was told
