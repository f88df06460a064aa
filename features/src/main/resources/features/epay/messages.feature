@needs:wire @needs:world
Feature: Messages as the bank's pages print them
  Transcribed page by page; the answer must have the printed names, types and contractual values.

  @doc-epay-payment @row:epay_payment_cryptopay @reason:0
  Scenario: payment page, cryptopay
    Given an online shop that takes the money at once
    When the shop sends the request that the document prints: "epay-payment-cryptopay"
    Then the bank's answer is as the document prints it: "epay-payment-cryptopay"

  @doc-epay-payment @row:epay_payment_cryptopay
  Scenario: payment page, the cryptogram spelt with the Cyrillic letter of the field table
    Given an online shop that takes the money at once
    When the shop sends the request that the document prints: "epay-payment-cryptopay-cyrillic"
    Then the bank's answer is as the document prints it: "epay-payment-cryptopay-cyrillic"

  @doc-epay-3-d-secure @row:epay_payment_cryptopay @needs:issuer
  Scenario: 3-D Secure, the question of the customer's bank
    Given an online shop that takes the money at once
    And the shop encrypts a card with 3-D Secure
    When the shop sends the request that the document prints: "epay-3-d-secure-cryptopay"
    Then the bank's answer is as the document prints it: "epay-3-d-secure-cryptopay"

  @doc-epay-payment @row:epay_payment_cryptopay @reason:484
  Scenario: payment page, a refusal has a code and a text
    Given an online shop that takes the money at once
    And the shop encrypts a card without money
    When the shop sends the request that the document prints: "epay-payment-cryptopay"
    Then the HTTP status is 400
    And the answer holds reason 484
    And the answer has "message" "Недостаточно средств на карте"

  @doc-epay-payment @row:epay_payment_cryptopay
  Scenario: saved cards page, a card is verified with nothing, in dollars
    Given an online shop that takes the money at once
    When the shop sends the request that the document prints: "epay-verification-cryptopay"
    Then the bank's answer is as the document prints it: "epay-verification-cryptopay"
    When the shop opens "/check-status/payment/transaction/${invoiceId}"
    Then the answer has "transaction.statusName" "VERIFIED"

  @doc-epay-payment @row:epay_payment_cryptopay @reason:470 @reason:469 @reason:1565 @reason:3298
  Scenario Outline: payment page, what is no order is refused: <what>, code <code>
    Given an online shop that takes the money at once
    When the token is asked for with "amount" ""
    And the shop sends to "/payment/cryptopay" the request "<request>"
    Then the HTTP status is 400
    And the answer holds reason <code>

    Examples:
      | what                       | code | request |
      | nothing, in tenge          | 470  | {'amount':0,'currency':'KZT','name':'A','invoiceId':'${new}','description':'d','cryptogram':'${cryptogram}'} |
      | an amount that is no number | 1565 | {'amount':'-','currency':'KZT','name':'A','invoiceId':'123456','description':'d','cryptogram':'${cryptogram}'} |
      | no cryptogram              | 1565 | {'amount':10,'currency':'KZT','name':'A','invoiceId':'${new}','description':'d'} |
      | a cryptogram of nothing    | 1565 | {'amount':10,'currency':'KZT','name':'A','invoiceId':'${new}','description':'d','cryptogram':'bm90aGluZw=='} |
      | three decimals             | 469  | {'amount':10.001,'currency':'KZT','name':'A','invoiceId':'${new}','description':'d','cryptogram':'${cryptogram}'} |

  @doc-epay-payment @row:epay_payment_cryptopay @reason:469
  Scenario: payment page, the token was asked for another amount
    Given an online shop that takes the money at once
    When the token is asked for with "amount" "11"
    And the shop sends to "/payment/cryptopay" the request "{'amount':10,'currency':'KZT','name':'A','invoiceId':'${new}','description':'d','cryptogram':'${cryptogram}'}"
    Then the answer holds reason 469

  @doc-epay-payment @row:epay_payment_cryptopay @reason:471
  Scenario: payment page, a card number with a slip of the pen
    Given an online shop that takes the money at once
    And the shop encrypts a mistyped card number
    When the shop sends the request that the document prints: "epay-payment-cryptopay"
    Then the answer holds reason 471

  @doc-epay-saved-cards @row:epay_payments_cards_auth
  Scenario: saved cards page, cards/auth
    Given an online shop that takes the money at once
    And the shop's customer "customer-7"
    And the customer wants the card to be kept
    And 1500 tenge are paid by a good card
    When the shop sends the request that the document prints: "epay-saved-cards-auth"
    Then the bank's answer is as the document prints it: "epay-saved-cards-auth"

  @doc-epay-saved-cards @row:epay_cards
  Scenario: saved cards page, the list begins its names with capitals
    Given an online shop that takes the money at once
    And the shop's customer "customer-7"
    And the customer wants the card to be kept
    And 1500 tenge are paid by a good card
    When the shop opens "/cards/customer-7"
    Then the bank's answer is as the document prints it: "epay-saved-cards-list"

  @doc-epay-saved-cards @row:epay_cards @reason:1373
  Scenario: saved cards page, no cards
    Given an online shop that takes the money at once
    When the shop opens "/cards/customer-8"
    Then the bank's answer is as the document prints it: "epay-saved-cards-none"

  @doc-epay-saved-cards @row:epay_card_deactivate
  Scenario: saved cards page, deactivate
    Given an online shop that takes the money at once
    And the shop's customer "customer-7"
    And the customer wants the card to be kept
    And 1500 tenge are paid by a good card
    When the shop sends the request that the document prints: "epay-saved-cards-deactivate"
    Then the bank's answer is as the document prints it: "epay-saved-cards-deactivate"

  @doc-epay-charge @doc-epay-cancel @doc-epay-refund @row:epay_operation_charge @row:epay_operation_cancel @row:epay_operation_refund @needs:two-steps
  Scenario Outline: <call> page, done
    Given an online shop that <takes> the money <when>
    And 1500 tenge are paid by a good card
    When the shop sends the request that the document prints: "epay-<call>"
    Then the bank's answer is as the document prints it: "epay-<call>"

    Examples:
      | call   | takes | when    |
      | charge | holds | first   |
      | cancel | holds | first   |
      | refund | takes | at once |

  @doc-epay-cancel @row:epay_operation_cancel @reason:100
  Scenario: operation pages, code 100 in the wrong state
    Given an online shop that takes the money at once
    And 1500 tenge are paid by a good card
    When the shop sends the request that the document prints: "epay-cancel"
    Then the HTTP status is 400
    And the answer holds reason 100

  @doc-epay-charge @row:epay_operation_charge @needs:two-steps
  Scenario: charge page, the amount as text in a form, as clients in production send it
    Given an online shop that holds the money first
    And 1500 tenge are paid by a good card
    When the shop sends to "/operation/${id}/charge" the form "amount=300"
    Then the HTTP status is 200
    And the shop has 300 of 300 tenge

  @doc-epay-refund @row:epay_operation_refund @reason:100
  Scenario: refund page, less than ten tenge
    Given an online shop that takes the money at once
    And 1500 tenge are paid by a good card
    When the shop sends to "/operation/${id}/refund" the form "amount=9.99"
    Then the HTTP status is 400
    And the answer holds reason 100

  @doc-epay-status @row:epay_check-status_payment_transaction @result:100
  Scenario: status page, a transaction
    Given an online shop that takes the money at once
    When the shop sends the request that the document prints: "epay-payment-cryptopay"
    And the shop opens "/check-status/payment/transaction/${invoiceId}"
    Then the bank's answer is as the document prints it: "epay-status-transaction"

  @doc-epay-status @row:epay_check-status_payment_transaction @result:102
  Scenario: status page, nothing of that number
    Given an online shop that takes the money at once
    When the shop opens "/check-status/payment/transaction/999999998"
    Then the bank's answer is as the document prints it: "epay-status-not-found"

  @doc-epay-invoice @row:epay_invoice
  Scenario: invoice page
    Given an online shop that takes the money at once
    When the shop sends the request that the document prints: "epay-invoice"
    Then the bank's answer is as the document prints it: "epay-invoice"

  @doc-epay-status @row:epay_check-status_payment_transaction
  Scenario: the older hosts have the prefix /api
    Given an online shop that takes the money at once
    When the shop opens "/api/check-status/payment/transaction/999999998"
    Then the bank's answer is as the document prints it: "epay-status-not-found"

  Scenario: a path that the bank does not have
    Given an online shop that takes the money at once
    When the shop opens "/payment/history"
    Then the HTTP status is 404

  @doc-epay-operations @doc-epay-qr-by-api @doc-epay-p2p @doc-epay-sdk @row:epay_invoice-links @row:epay_operations @row:epay_recurrent_subscribe @row:epay_payment_qr_generate @row:epay_p2p_transfer @row:epay_chdebit_transfer @row:epay_chpayment_transfer @row:epay_p2p_operations @row:epay_public-profile @row:epay_payment_checkgobonus @row:epay_order @row:epay_masterpass_getCard
  Scenario Outline: what the sandbox leaves out it says plainly: POST <path>
    Given an online shop that takes the money at once
    When the shop calls "<path>" without a token
    Then the HTTP status is 501

    Examples:
      | path                    |
      | /invoice-links          |
      | /operations             |
      | /recurrent/subscribe    |
      | /payment/qr/generate    |
      | /p2p/transfer           |
      | /chdebit/transfer       |
      | /chpayment/transfer     |
      | /p2p/operations         |
      | /public-profile         |
      | /payment/checkgobonus   |
      | /order                  |
      | /masterpass/getCard     |

  @doc-epay-qr-by-api @doc-epay-p2p @doc-epay-sdk @row:epay_operations @row:epay_qr @row:epay_check-status_p2p_transaction @row:epay_payment_bonus-by-iban @row:epay_order_status @row:epay_credit-condition @row:epay_terminals @row:epay_hb-cards
  Scenario Outline: what the sandbox leaves out it says plainly: GET <path>
    Given an online shop that takes the money at once
    When the shop opens "<path>" without a token
    Then the HTTP status is 501

    Examples:
      | path                              |
      | /operations                       |
      | /qr?billNumber=15                 |
      | /check-status/p2p/transaction/15  |
      | /payment/bonus-by-iban            |
      | /order/status?orderId=15          |
      | /credit-condition?shopId=15       |
      | /terminals/15                     |
      | /hb-cards?invoiceId=15            |

  @doc-epay-payment @doc-epay-status @row:epay_payment_cryptopay @reason:0
  Scenario: payment and status pages, a whole amount is written without decimals
    Given an online shop that takes the money at once
    When the shop sends to "/payment/cryptopay" the request "{'amount':10,'currency':'KZT','name':'A','invoiceId':'${new}','description':'d','cryptogram':'${cryptogram}'}"
    Then the HTTP status is 200
    And the answer's text has "'amount':10,"
    When the shop opens "/check-status/payment/transaction/${invoiceId}"
    Then the answer's text has "'payoutAmount':10,"

  @doc-epay-payment @row:epay_payment_cryptopay
  Scenario Outline: payment page, a way to pay that the sandbox leaves out is said plainly: <type>
    Given an online shop that takes the money at once
    When the shop sends to "/payment/cryptopay" the request "{'amount':10,'currency':'KZT','name':'A','invoiceId':'${new}','description':'d','paymentType':'<type>','cryptogram':'${cryptogram}'}"
    Then the HTTP status is 501
    When the shop opens "/check-status/payment/transaction/${invoiceId}"
    Then the answer has "resultCode" "102"

    Examples:
      | type       |
      | applePay   |
      | googlePay  |
      | halykId    |
      | masterPass |
      | bogus      |

  @doc-epay-saved-cards @row:epay_payments_cards_auth @reason:1565
  Scenario: saved cards page, the terminal is needed and the name is not
    Given an online shop that takes the money at once
    And the shop's customer "customer-7"
    And the customer wants the card to be kept
    And 1500 tenge are paid by a good card
    When the shop sends to "/payments/cards/auth" the request "{'amount':10,'currency':'KZT','invoiceId':'123456','cardId':{'id':'${card}'}}"
    Then the HTTP status is 400
    And the answer holds reason 1565
    When the shop sends to "/payments/cards/auth" the request "{'amount':10,'currency':'KZT','terminalId':'${terminal}','invoiceId':'${new}','cardId':{'id':'${card}'}}"
    Then the HTTP status is 200

  @doc-epay-status @doc-epay-3-d-secure @row:epay_check-status_payment_transaction @needs:issuer
  Scenario: status page, what is not decided has no reasonCode
    Given an online shop that takes the money at once
    And the shop encrypts a card with 3-D Secure
    When the shop sends the request that the document prints: "epay-3-d-secure-cryptopay"
    And the shop opens "/check-status/payment/transaction/${invoiceId}"
    Then the answer has "resultCode" "107"
    And the answer's text has "'reasonCode':'',"

  @doc-epay-authorisation @row:epay_oauth2_token @row:epay_payment_cryptopay @row:epay_cards @row:epay_check-status_payment_transaction
  Scenario Outline: a shop's page in a browser may call <path>
    Given an online shop that takes the money at once
    When a browser asks whether a shop's page may call "<path>"
    Then the HTTP status is 204

    Examples:
      | path                                     |
      | /oauth2/token                            |
      | /payment/cryptopay                       |
      | /cards/customer-7                        |
      | /check-status/payment/transaction/123456 |
